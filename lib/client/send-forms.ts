/**
 * Sends the forms of a frozen page. A browser tells a form's origin only as far as the page's referrer policy lets it, and
 * Next refuses a form without; a fetch always tells it to its own server.
 */
export function sendForms(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== 'post') return;
    event.preventDefault();
    void send(form);
  });
}

async function send(form: HTMLFormElement): Promise<void> {
  const answer = await fetch(location.pathname, { method: 'POST', body: new FormData(form) });
  if (!answer.redirected) return showAgain(form, await answer.text());
  const { pathname } = new URL(answer.url);
  if (pathname === location.pathname) location.reload();
  else location.assign(answer.url);
}

/** The form as the answer has it, with what stands against it. */
function showAgain(form: HTMLFormElement, html: string): void {
  const place = [...document.forms].indexOf(form);
  const again = new DOMParser().parseFromString(html, 'text/html').forms[place];
  if (again === undefined) location.reload();
  else form.replaceWith(again);
}

/**
 * Sends the forms of a frozen page. A browser tells a form's origin only as far as the page's referrer policy lets it, and
 * Next refuses a form without; a fetch always tells it to its own server.
 */
export function sendForms(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== 'post') return;
    event.preventDefault();
    const buttons = [...form.querySelectorAll('button')].filter(({ disabled }) => !disabled);
    // Pressed twice, it is sent once.
    for (const button of buttons) button.disabled = true;
    send(form).catch(() => {
      for (const button of buttons) button.disabled = false;
      tellFailure(form);
    });
  });
}

/** In the form, as `components/ui/alert.tsx` looks; what was typed stays. */
function tellFailure(form: HTMLFormElement): void {
  form.querySelector('[data-failure]')?.remove();
  const alert = document.createElement('p');
  alert.role = 'alert';
  alert.dataset['failure'] = '';
  alert.className = 'text-bad max-w-text';
  alert.textContent = 'mxproof did not answer. Please try again.';
  form.append(alert);
}

/** Rejects when our server cannot be reached. */
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

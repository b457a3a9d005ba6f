import { FORM_HEADER } from '@/lib/form-header';
import { ownLink } from '@/lib/own-link';
import { openAround } from './open-around';

/**
 * Sends the forms of a frozen page that lead to the page itself. A browser tells a form's origin only as far as the page's
 * referrer policy lets it, and Next refuses a form without; a fetch always tells it to its own server. A form that leads
 * elsewhere, as one with a file does, is the browser's. `prepare` is handed each form that comes in place of another one.
 */
export function sendForms(prepare: (form: HTMLFormElement) => void): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || form.getAttribute('action')) return;
    event.preventDefault();
    // Pressed twice, it is sent once.
    if (form.dataset['sending'] !== undefined) return;
    form.dataset['sending'] = '';
    send(form, prepare).catch(() => tellFailure(form, 'mxproof did not answer. Please try again.'));
  });
  // A browser may keep the page as it was left, for whoever comes back to it.
  addEventListener('pageshow', () => {
    for (const form of document.forms) delete form.dataset['sending'];
  });
}

/** In the form, as `components/ui/alert.tsx` looks; what was typed stays, and can be sent again. */
function tellFailure(form: HTMLFormElement, words: string): void {
  delete form.dataset['sending'];
  form.querySelector('[data-failure]')?.remove();
  const alert = document.createElement('p');
  alert.role = 'alert';
  alert.dataset['failure'] = '';
  alert.className = 'text-bad max-w-text';
  alert.textContent = words;
  form.append(alert);
}

/** Rejects when our server cannot be reached. */
async function send(form: HTMLFormElement, prepare: (form: HTMLFormElement) => void): Promise<void> {
  const { origin, pathname, search } = location;
  const here = `${origin}${pathname}${search}`;
  const headers = { [FORM_HEADER]: '1' };
  // What stands around every page stands around the start, too; a page that is not there has no form to show again.
  const to = form.closest('main') ? here : ownLink('/');
  const answer = await fetch(to, { method: 'POST', headers, body: new FormData(form) });
  if (!answer.redirected) {
    const again = showAgain(form, await answer.text());
    if (again) prepare(again);
    else if (answer.ok) location.reload();
    else tellFailure(form, refusal(answer));
    return;
  }
  if (answer.url !== here) location.assign(answer.url);
  // The page tells by itself what comes of it.
  else if (form.dataset['stays'] !== undefined) delete form.dataset['sending'];
  else location.reload();
}

/** What an answer that has no form comes to. */
function refusal({ status }: Response): string {
  return status === CONTENT_TOO_LARGE
    ? 'This is longer than a form can send. Nothing of it was kept; what you typed is still here.'
    : `mxproof could not do this (it answered with ${status}). What you typed is still here.`;
}

const CONTENT_TOO_LARGE = 413;

/**
 * The form as the answer has it, with what came of it; null when the answer has none. One with an id is known by that: what it made
 * may stand elsewhere on the page, too, so all of it is shown as it is now. Any other is known by its place.
 */
function showAgain(form: HTMLFormElement, html: string): HTMLFormElement | null {
  const answer = new DOMParser().parseFromString(html, 'text/html');
  // `form.id` is a field of that name.
  const id = form.getAttribute('id');
  const [here, there] = [form.closest('main'), answer.querySelector('main')];
  const place = [...document.forms].indexOf(form);
  const again = [...answer.forms].find((one, n) =>
    id === null ? n === place : one.getAttribute('id') === id,
  );
  if (again === undefined) return null;
  if (id !== null && here && there) {
    here.replaceWith(there);
    openAround(`#${id}`);
  } else form.replaceWith(again);
  again.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  return again;
}

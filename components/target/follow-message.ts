/**
 * Shows in each form that sends a message what will be sent, line by line, while it is filled in, until the signal ends it
 * (`message-options.tsx` has the place for it).
 */
export function followMessage(signal: AbortSignal): void {
  const follow = ({ target }: Event): void => {
    const form = target instanceof Element ? target.closest('form') : null;
    if (form) showMessage(form);
  };
  document.addEventListener('input', follow, { signal });
  for (const form of document.forms) showMessage(form);
}

/** As the form stands now; nothing in a form that sends none. */
export function showMessage(form: HTMLFormElement): void {
  const place = form.querySelector<HTMLElement>('[data-preview]');
  if (place && new FormData(form).get('depth') === 'message') void show(place, form);
}

/** The parser of addresses comes when it is needed, as for the field. */
async function show(place: HTMLElement, form: HTMLFormElement): Promise<void> {
  const { messagePreview } = await import('@/lib/show/message-preview');
  const { sender = '', helo = '', preview = '' } = place.dataset;
  place.textContent = messagePreview(draftOf(new FormData(form)), { sender, helo }) ?? preview;
}

function draftOf(form: FormData) {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    target: text('target'),
    sender: text('sender').trim(),
    helo: text('helo').trim(),
    subject: text('subject'),
    body: text('body'),
  };
}

import { handOverMail } from './hand-over-mail';
import { type TargetHint, targetHint, UNMARKED } from './target-hint';
import { isWholeMail } from './whole-mail';

/**
 * Says below a field with a place for it (`components/target/target-field.tsx`) what was understood, or what is wrong, while
 * a person types, until the signal ends it. A pasted message goes to the reader of bounces and complaints.
 */
export function followTarget(signal: AbortSignal): void {
  let typedIn: HTMLInputElement | null = null;
  const type = (event: Event): void => {
    typedIn = fieldOf(event);
    if (typedIn) void understand(typedIn, true);
  };
  const leave = (event: Event): void => {
    if (typedIn && typedIn === event.target) void understand(typedIn, false);
  };
  const paste = (event: ClipboardEvent): void => {
    const field = fieldOf(event);
    const pasted = event.clipboardData?.getData('text') ?? '';
    if (!field || !isWholeMail(pasted)) return;
    event.preventDefault();
    handOver(field, pasted);
  };
  document.addEventListener('input', type, { signal });
  document.addEventListener('focusout', leave, { signal });
  document.addEventListener('paste', paste, { signal });
  for (const field of document.querySelectorAll('input'))
    if (placeOf(field)?.dataset['hint'] === 'empty') void understand(field, false);
}

function fieldOf({ target }: Event): HTMLInputElement | null {
  return target instanceof HTMLInputElement && placeOf(target) ? target : null;
}

function placeOf(field: HTMLInputElement): HTMLElement | null {
  const place = document.getElementById(field.getAttribute('aria-describedby') ?? '');
  return place?.dataset['hint'] === undefined ? null : place;
}

/** The parser comes after the page that needs it: its tables of international names are large, and the server parses anyway. */
async function understand(field: HTMLInputElement, isTyping: boolean): Promise<void> {
  const { parseTarget } = await import('@/lib/target/target');
  show(field, targetHint(field.value, parseTarget(field.value), isTyping));
}

/** Leads a pasted message to its page; says what is done meanwhile, or why not. */
function handOver(field: HTMLInputElement, pasted: string): void {
  show(field, { kind: 'understood', say: 'A whole message: it is being read.' });
  handOverMail(pasted).then(
    (link) => location.assign(link),
    (problem: unknown) =>
      show(field, {
        kind: 'wrong',
        say: problem instanceof Error ? problem.message : 'The message could not be read.',
        ...UNMARKED,
      }),
  );
}

/** Writes into the places that are there for it. */
function show(field: HTMLInputElement, hint: TargetHint): void {
  field.ariaInvalid = String(hint.kind === 'wrong');
  const place = placeOf(field);
  if (!place) return;
  place.dataset['hint'] = hint.kind;
  const words = { say: '', ...UNMARKED, ...hint };
  for (const name of ['say', 'before', 'part', 'after'] as const) {
    const slot = place.querySelector(`[data-hint-${name}]`);
    if (slot) slot.textContent = words[name];
  }
}

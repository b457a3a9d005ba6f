import { fetchRecentChecks } from '@/lib/client/recent-checks';
import { domainPath, foundOffers, type Offer, typedOffers } from '@/lib/client/jump-offers';
import { isMeant } from '@/lib/client/jump-match';
import { fetchFound } from '@/lib/client/search';
import type { CheckSummary } from '@/lib/report/summary';
import { OUTCOME_WORD, STATUS_WORD } from '@/lib/show/words';
import { ownLink } from '@/lib/own-link';

/** Checks offered; more are found by their domain's page. */
const CHECKS_OFFERED = 40;

/** Of what is found on the server. */
const FOUND_OFFERED = 8;
/** Whoever types goes on within that time. */
const TYPING_MS = 200;

interface Parts {
  dialog: HTMLDialogElement;
  field: HTMLInputElement;
  list: HTMLElement;
}

/** Of what the open list listens to. */
let closing: AbortController | undefined;

/** Opens the list of pages to jump to (`jump-dialog.tsx`), with the domains and checks of lately. */
export function openJumpList(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog[data-jump]');
  const field = dialog?.querySelector('input');
  const list = dialog?.querySelector<HTMLElement>('[role=listbox]');
  if (!dialog || !field || !list || dialog.open) return;
  const parts = { dialog, field, list };
  closing?.abort();
  const opened = (closing = new AbortController());
  const { signal } = opened;
  field.value = '';
  delete list.dataset['moved'];
  const find = finder(parts, signal);
  field.addEventListener(
    'input',
    () => {
      delete list.dataset['moved'];
      delete list.dataset['finding'];
      narrow(parts);
      find(field.value.trim());
    },
    { signal },
  );
  field.addEventListener('keydown', (event) => move(event, parts), { signal });
  // Told late: it may have been opened again by then.
  dialog.addEventListener('close', () => dialog.open || opened.abort(), { signal });
  narrow(parts);
  dialog.showModal();
  fetchRecentChecks(CHECKS_OFFERED, signal).then(
    ({ items }) => {
      const chosen = chosenIn(list);
      offer(list, items);
      narrow(parts, chosen);
    },
    () => undefined, // The pages are there without them.
  );
}

/** In place of the checks that were offered before. */
function offer(list: HTMLElement, checks: readonly CheckSummary[]): void {
  for (const old of list.querySelectorAll('[data-recent]')) old.remove();
  const domains = new Set(checks.map(({ target }) => target.domain));
  for (const name of domains)
    list.append(optionOf({ href: domainPath(name), text: `History of ${name}` }, 'recent'));
  for (const { id, target, verdict, status } of checks)
    list.append(
      optionOf(
        {
          href: `/check/${id}`,
          text: target.input,
          about: verdict ? OUTCOME_WORD[verdict.outcome] : STATUS_WORD[status],
          words: `check ${id}`,
        },
        'recent',
      ),
    );
}

/** Looks on the server for what is typed, once nothing more is typed for a moment. */
function finder(parts: Parts, signal: AbortSignal): (typed: string) => void {
  let asked: AbortController | undefined;
  return (typed) => {
    asked?.abort();
    if (typed === '') return;
    const own = (asked = new AbortController());
    const ended = AbortSignal.any([signal, own.signal]);
    setTimeout(() => {
      if (ended.aborted) return;
      fetchFound(typed, FOUND_OFFERED, ended).then(
        (page) => {
          const chosen = chosenIn(parts.list);
          const known = new Set(optionsOf(parts.list).map(({ href }) => href));
          for (const offer of foundOffers(page, parts.field.value)) {
            const option = optionOf(offer, 'found');
            if (!known.has(option.href)) parts.list.append(option);
          }
          if (page.findings[0]?.code === typed) parts.list.dataset['finding'] = '';
          narrow(parts, chosen, true);
        },
        () => undefined, // What is offered without it is there.
      );
    }, TYPING_MS);
  };
}

/**
 * Shows what is meant by what is typed, and what that may be beside what is known. The first is selected, or what leads to `chosen` where
 * it is shown. What was found for something else goes, unless it has just been found.
 */
function narrow({ field, list }: Parts, chosen: string | null = null, keepsFound = false): void {
  const typed = field.value;
  for (const old of list.querySelectorAll(keepsFound ? '[data-typed]' : '[data-typed], [data-found]'))
    old.remove();
  const { before, after } = typedOffers(typed);
  const startForm = startFormOf();
  const isFinding = keepsFound && list.dataset['finding'] !== undefined;
  // A code of a finding reads like a domain.
  const possible = isFinding ? [] : before.filter(({ check }) => check === undefined || startForm !== null);
  list.prepend(...possible.map((offer) => optionOf(offer, 'typed')));
  list.append(...after.map((offer) => optionOf(offer, 'typed')));
  for (const option of optionsOf(list))
    option.hidden = !isMeant(`${option.textContent} ${option.dataset['words'] ?? ''}`, typed);
  const shown = optionsOf(list).filter(({ hidden }) => !hidden);
  select({ field, list }, shown.find((one) => one.getAttribute('href') === chosen) ?? shown[0]);
}

function move(event: KeyboardEvent, { field, list }: Parts): void {
  if (event.isComposing) return;
  const shown = optionsOf(list).filter(({ hidden }) => !hidden);
  const at = shown.findIndex(({ ariaSelected }) => ariaSelected === 'true');
  if (event.key.startsWith('Arrow')) list.dataset['moved'] = '';
  if (event.key === 'ArrowDown') select({ field, list }, shown[(at + 1) % shown.length]);
  else if (event.key === 'ArrowUp') select({ field, list }, shown.at(at - 1));
  else if (event.key === 'Enter') shown[at]?.click();
  else return;
  event.preventDefault();
}

/** The selection is told by its id, so that the field keeps what is typed. */
function select({ field, list }: Omit<Parts, 'dialog'>, chosen: HTMLElement | undefined): void {
  for (const [n, option] of optionsOf(list).entries()) {
    option.id = `jump-${n}`;
    option.ariaSelected = String(option === chosen);
  }
  field.setAttribute('aria-activedescendant', chosen?.id ?? '');
  chosen?.scrollIntoView({ block: 'nearest' });
}

/** Where what was chosen by the arrow keys leads: the first is only selected, and something better may come before it. */
function chosenIn(list: HTMLElement): string | null {
  if (list.dataset['moved'] === undefined) return null;
  return (
    optionsOf(list)
      .find(({ ariaSelected }) => ariaSelected === 'true')
      ?.getAttribute('href') ?? null
  );
}

function optionsOf(list: HTMLElement): HTMLAnchorElement[] {
  return [...list.querySelectorAll<HTMLAnchorElement>('[role=option]')];
}

/** `origin`: what takes it away again. */
function optionOf(
  { href, text, about, words = '', check }: Offer,
  origin: 'recent' | 'typed' | 'found',
): HTMLAnchorElement {
  const option = document.createElement('a');
  option.href = ownLink(href);
  option.role = 'option';
  option.tabIndex = -1;
  Object.assign(option.dataset, { [origin]: '', words });
  option.append(text);
  if (check !== undefined) option.addEventListener('click', (event) => startCheck(event, check));
  if (about !== undefined) {
    const aside = document.createElement('span');
    aside.append(` ${about}`);
    option.append(aside);
  }
  return option;
}

/** The form in the header of every page; null for whoever may start no check. */
function startFormOf(): HTMLFormElement | null {
  return document.querySelector<HTMLFormElement>('form.quick-field');
}

function startCheck(event: Event, target: string): void {
  const form = startFormOf();
  const field = form?.querySelector<HTMLInputElement>('[name=target]');
  if (!form || !field) return;
  event.preventDefault();
  document.querySelector<HTMLDialogElement>('dialog[data-jump]')?.close();
  field.value = target;
  form.requestSubmit();
}

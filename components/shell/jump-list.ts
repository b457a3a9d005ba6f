import { fetchRecentChecks } from '@/lib/client/recent-checks';
import { domainIn, isMeant } from '@/lib/client/jump-match';
import type { CheckSummary } from '@/lib/report/summary';
import { OUTCOME_WORD, STATUS_WORD } from '@/lib/show/words';
import { ownLink } from '@/lib/own-link';

/** Checks offered; more are found by their domain's page. */
const CHECKS_OFFERED = 40;

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
  field.addEventListener('input', () => narrow(parts), { signal });
  field.addEventListener('keydown', (event) => move(event, parts), { signal });
  // Told late: it may have been opened again by then.
  dialog.addEventListener('close', () => dialog.open || opened.abort(), { signal });
  narrow(parts);
  dialog.showModal();
  fetchRecentChecks(CHECKS_OFFERED, signal).then(
    ({ items }) => {
      // Somebody may have chosen meanwhile.
      const chosen = selectedIn(list)?.getAttribute('href') ?? null;
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
  for (const name of domains) list.append(optionOf({ href: domainPath(name), text: `History of ${name}` }));
  for (const { id, target, verdict, status } of checks)
    list.append(
      optionOf({
        href: `/check/${id}`,
        text: target.input,
        about: verdict ? OUTCOME_WORD[verdict.outcome] : STATUS_WORD[status],
        words: `check ${id}`,
      }),
    );
}

/**
 * Shows what is meant by what is typed, and the domain in it, which nobody may have checked yet. The first is selected, or what leads to
 * `chosen` where it is shown.
 */
function narrow({ dialog, field, list }: Parts, chosen: string | null = null): void {
  const typed = field.value;
  list.querySelector('[data-typed]')?.remove();
  const domain = domainIn(typed);
  if (domain !== null) {
    const option = optionOf({ href: domainPath(domain), text: `History of ${domain}`, words: typed });
    option.dataset['typed'] = '';
    list.prepend(option);
  }
  for (const option of optionsOf(list))
    option.hidden = !isMeant(`${option.textContent} ${option.dataset['words'] ?? ''}`, typed);
  const shown = optionsOf(list).filter(({ hidden }) => !hidden);
  dialog.toggleAttribute('data-empty', shown.length === 0);
  select({ field, list }, shown.find((one) => one.getAttribute('href') === chosen) ?? shown[0]);
}

function move(event: KeyboardEvent, { field, list }: Parts): void {
  if (event.isComposing) return;
  const shown = optionsOf(list).filter(({ hidden }) => !hidden);
  const at = shown.findIndex(({ ariaSelected }) => ariaSelected === 'true');
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

function selectedIn(list: HTMLElement): HTMLElement | undefined {
  return optionsOf(list).find(({ ariaSelected }) => ariaSelected === 'true');
}

function optionsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[role=option]')];
}

interface Offer {
  href: string;
  text: string;
  about?: string;
  /** Further words by which it is found. */
  words?: string;
}

function optionOf({ href, text, about, words = '' }: Offer): HTMLElement {
  const option = document.createElement('a');
  option.href = ownLink(href);
  option.role = 'option';
  option.tabIndex = -1;
  Object.assign(option.dataset, { recent: '', words });
  option.append(text);
  if (about !== undefined) {
    const aside = document.createElement('span');
    aside.append(` ${about}`);
    option.append(aside);
  }
  return option;
}

function domainPath(domain: string): string {
  return `/domain/${encodeURIComponent(domain)}`;
}

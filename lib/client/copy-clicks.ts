import { copyText } from './copy-text';

/** How long a button says that it has copied. */
const SAID_FOR_MS = 1_800;

/** Answers a click on any copy button of the page; `say` is told the result in words. */
export function answerCopyClick(event: MouseEvent, say: (words: string) => void): void {
  const target = event.target instanceof Element ? event.target : null;
  const button = target?.closest<HTMLButtonElement>(
    '[data-copy-text], [data-copy-from], [data-copy-page], [data-copy-link], [data-copy-before], [data-copy-own]',
  );
  if (!button) return;
  void textOf(button)
    .then(copyText)
    .catch(() => false)
    .then((worked) => {
      button.dataset['copied'] = worked ? 'yes' : 'no';
      say(worked ? 'Copied' : 'Could not be copied');
      setTimeout(() => delete button.dataset['copied'], SAID_FOR_MS);
    });
}

async function textOf(button: HTMLButtonElement): Promise<string> {
  const { dataset } = button;
  if (dataset['copyOwn'] !== undefined) return button.textContent;
  if (dataset['copyBefore'] !== undefined) return button.previousElementSibling?.textContent ?? '';
  const link = dataset['copyLink'];
  if (link !== undefined) return location.origin + link;
  const from = dataset['copyFrom'];
  if (from === undefined) return dataset['copyText'] ?? location.origin + location.pathname;
  const answer = await fetch(from);
  if (!answer.ok) throw new Error(`${from} answered ${answer.status}`);
  return answer.text();
}

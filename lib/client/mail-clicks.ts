import { filledMailto } from './filled-mailto';

/**
 * Answers a click on a link that writes to somebody: the mail that is ready is fetched and put into it. Where it cannot be had the
 * link leads to an empty mail, as it does without a script. Tells whether the click was on such a link.
 */
export function answerMailClick(event: MouseEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  const link = target?.closest<HTMLAnchorElement>('a[data-mail-from]');
  const from = link?.dataset['mailFrom'];
  if (!link || from === undefined) return false;
  event.preventDefault();
  void fetch(from)
    .then((answer) => (answer.ok ? answer.text() : ''))
    .catch(() => '')
    .then((mail) => location.assign(filledMailto(link.href, mail)));
  return true;
}

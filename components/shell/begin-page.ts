import { sendForms } from '@/lib/client/send-forms';
import { showMessage } from '@/components/target/follow-message';
import { listenToPage } from './listen-to-page';
import { writeLocalTimes } from './local-times';

/** How often it is written anew how long ago something was. */
const MINUTE_MS = 60_000;

/** What there is to press and to read on every page that is a document. */
export function beginPage(): void {
  writeLocalTimes(document);
  writeWholeLinks();
  listenToPage();
  sendForms((form) => {
    showMessage(form);
    writeLocalTimes(document);
  });
  setInterval(() => writeLocalTimes(document), MINUTE_MS);
}

/** Addresses with the name by which the reader has come. */
function writeWholeLinks(): void {
  for (const link of document.querySelectorAll<HTMLElement>('[data-whole-link]'))
    link.textContent = new URL(link.dataset['wholeLink'] ?? '', location.href).href;
}

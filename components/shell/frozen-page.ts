import { followRetest } from '@/lib/client/follow-retest';
import { followLists } from '@/lib/client/follow-lists';
import { sendForms } from '@/lib/client/send-forms';
import { showAgo, showMoment } from '@/lib/show/moment';
import { showMessage } from '@/components/target/follow-message';
import { listenToPage } from './listen-to-page';

/** How often it is written anew how long ago something was. */
const MINUTE_MS = 60_000;

/** The whole script of a frozen page (`lib/server/http/frozen-pages.ts`): what there is to press, without React. */
function begin(): void {
  writeLocalTimes(document);
  writeWholeLinks();
  listenToPage();
  sendForms((form) => {
    showMessage(form);
    writeLocalTimes(document);
  });
  followRetest(writeLocalTimes);
  followLists(writeLocalTimes);
  setInterval(() => writeLocalTimes(document), MINUTE_MS);
}

/** Moments in the reader's zone, which the server does not know. */
function writeLocalTimes(place: ParentNode): void {
  for (const time of place.querySelectorAll('time'))
    time.textContent = 'ago' in time.dataset ? showAgo(time.dateTime, Date.now()) : showMoment(time.dateTime);
}

/** Addresses with the name by which the reader has come. */
function writeWholeLinks(): void {
  for (const link of document.querySelectorAll<HTMLElement>('[data-whole-link]'))
    link.textContent = new URL(link.dataset['wholeLink'] ?? '', location.href).href;
}

begin();

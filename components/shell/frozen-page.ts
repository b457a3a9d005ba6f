import { followRetest } from '@/lib/client/follow-retest';
import { followLists } from '@/lib/client/follow-lists';
import { beginPage } from './begin-page';
import { writeLocalTimes } from './local-times';

/** The whole script of a frozen page (`lib/server/http/frozen-pages.ts`), without React. */
function begin(): void {
  beginPage();
  followRetest(writeLocalTimes);
  followLists(writeLocalTimes);
}

begin();

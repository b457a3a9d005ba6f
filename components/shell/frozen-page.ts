import { followRetest } from '@/lib/client/follow-retest';
import { JUMP_HASH, listen } from '@/lib/client/listen';
import { sendForms } from '@/lib/client/send-forms';
import { showMoment } from '@/lib/show/moment';

/** The list to jump to needs React, so it opens on the start page. */
const START_TO_JUMP = `/${JUMP_HASH}`;

/** The whole script of a frozen page (`lib/server/http/frozen-pages.ts`): what there is to press, without React. */
function begin(): void {
  writeLocalTimes(document);
  listen({
    help: () => document.querySelector<HTMLDialogElement>('dialog[data-keys]')?.showModal(),
    jump() {
      location.assign(new URL(START_TO_JUMP, location.href));
    },
    say(words) {
      const said = document.querySelector('[data-said]');
      if (said) said.textContent = words;
    },
  });
  sendForms();
  followRetest(writeLocalTimes);
}

/** Moments in the reader's zone, which the server does not know. */
function writeLocalTimes(place: ParentNode): void {
  for (const time of place.querySelectorAll('time')) time.textContent = showMoment(time.dateTime);
}

begin();

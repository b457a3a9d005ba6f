import { showAgo, showMoment } from '@/lib/show/moment';

/** Moments in the reader's zone, which the server does not know. */
export function writeLocalTimes(place: ParentNode): void {
  for (const time of place.querySelectorAll('time')) {
    const words = 'ago' in time.dataset ? showAgo(time.dateTime, Date.now()) : showMoment(time.dateTime);
    // What is written already may be drawn by React, which knows its text by its node.
    if (time.textContent !== words) time.textContent = words;
  }
}

import { followTarget } from '@/lib/client/follow-target';
import { listen } from '@/lib/client/listen';
import { followMessage } from '@/components/target/follow-message';
import { openJumpList } from './jump-list';

/** What every page has to press and to type into, with React or without. Returns what ends it. */
export function listenToPage(): () => void {
  const leaving = new AbortController();
  const { signal } = leaving;
  const parts = {
    help: () => document.querySelector<HTMLDialogElement>('dialog[data-keys]')?.showModal(),
    jump: openJumpList,
    say(words: string) {
      const said = document.querySelector('[data-said]');
      if (said) said.textContent = words;
    },
  };
  listen(parts, signal);
  followTarget(signal);
  followMessage(signal);
  // Few pages have one.
  if (document.querySelector('[data-passkey]'))
    void import('@/lib/client/passkeys').then(({ listenForPasskeys }) => listenForPasskeys(signal));
  return () => leaving.abort();
}

import type { NoticeRecipient } from '@/lib/notice/notice';
import type { PathBox, PathView, PathWire } from './path';
import { ACTION_WORD } from './mail-words';
import { STAGE_WORD } from './words';

/** The way of a mail in three boxes, as a notice tells it: only what it states is drawn as seen. */
export function reportedPath(recipient: NoticeRecipient): PathView {
  const { meaning, remote, reportedBy, stage, action } = recipient;
  const isDone = action !== 'failed' && action !== 'delayed';
  const answered = isDone || recipient.code !== null;
  const ours: PathBox = {
    title: 'Sender’s side',
    state: isDone || meaning.side !== 'sender' ? 'fine' : 'hit',
    say:
      !isDone && meaning.side === 'sender'
        ? 'The cause is here: see what to do.'
        : reportedBy === null
          ? 'The notice does not name the server that wrote it.'
          : 'This server tried, and wrote the notice.',
    detail: reportedBy ?? '',
  };
  const between: PathBox = {
    title: 'DNS and the network',
    state:
      isDone || (answered && meaning.side !== 'network')
        ? 'fine'
        : meaning.side === 'network'
          ? 'hit'
          : 'unproven',
    say:
      !isDone && meaning.side === 'network'
        ? 'The way there was broken.'
        : answered
          ? 'The other server was reached.'
          : 'The notice does not tell whether the other server was reached.',
    detail: remote.address ?? '',
  };
  const theirs: PathBox = {
    title: 'Recipient’s side',
    state: isDone ? 'fine' : meaning.side === 'recipient' ? 'hit' : 'unproven',
    say: theirWords(recipient, answered),
    detail: remote.name ?? '',
  };
  return {
    boxes: [ours, between, theirs],
    wires: [wire(between, ''), wire(theirs, stage === null ? '' : STAGE_WORD[stage])],
  };
}

function theirWords({ action, code, status, stage }: NoticeRecipient, answered: boolean): string {
  if (action !== 'failed' && action !== 'delayed') return `${capitalised(ACTION_WORD[action])}.`;
  if (!answered) return 'No reply of theirs is quoted.';
  const said = [code, status].filter((part) => part !== null).join(' ');
  return `Answered ${said}${stage === null ? '' : ` at ${STAGE_WORD[stage]}`}.`;
}

function wire(to: PathBox, label: string): PathWire {
  return { label, state: to.state === 'fine' ? 'through' : to.state === 'hit' ? 'cut' : 'idle' };
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

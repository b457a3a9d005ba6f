import { sessionLine } from '@/lib/report/reference';
import type { ControlResult, Session } from '@/lib/smtp/session';
import { found, type Claim } from '../found';
import { groupBy } from '@/lib/group-by';
import type { Evidence } from '@/lib/report/evidence';
import { hostLabels, recipientOf, replyText } from '../seen';

interface Answer extends ControlResult {
  session: Session;
}

/** What the controls showed: asked after the recipient, only when a person wanted them. */
export function* controls(seen: Evidence): Iterable<Claim> {
  const answered = seen.sessions.flatMap((session) =>
    session.controls.map((control): Answer => ({ ...control, session })),
  );
  const groups = groupBy(answered, ({ control, outcome, reply }) =>
    [control, outcome, outcome === 'accepted' ? '' : reply && replyText(reply)].join('|'),
  );
  for (const group of groups) {
    const finding = findingOf(seen, group);
    if (finding !== null) yield finding;
  }
}

function findingOf(seen: Evidence, group: [Answer, ...Answer[]]): Claim | null {
  const [{ control, outcome, recipient, reply }] = group;
  const hosts = hostLabels(group.map(({ session }) => session));
  const evidence = group.map(({ session, line }) => sessionLine(session.n, line));
  const said = reply === null ? '' : replyText(reply);
  if (outcome === 'not-asked' || outcome === 'temporary')
    return found('control.undecided', { hosts, control, reply: said }, evidence);
  const isAccepted = outcome === 'accepted';
  switch (control) {
    case 'random':
      return isAccepted
        ? found('control.accepts-any', { hosts, recipient, asked: recipientOf(seen) }, evidence)
        : found('control.refuses-unknown', { hosts, recipient, reply: said }, evidence);
    case 'postmaster':
      return isAccepted
        ? null
        : found('control.postmaster-refused', { hosts, recipient, reply: said }, evidence);
    case 'abuse':
      return isAccepted ? null : found('control.abuse-refused', { hosts, recipient, reply: said }, evidence);
    case 'null-sender':
      // Refused with our sender as well: that is not about the null sender.
      return isAccepted || group.every(({ session }) => session.outcome === 'permanent')
        ? null
        : found('control.null-sender-refused', { hosts, reply: said }, evidence);
    case 'relay':
      return isAccepted
        ? found('control.open-relay', { hosts, recipient }, evidence)
        : found('control.relay-refused', { hosts, recipient, reply: said }, evidence);
  }
}

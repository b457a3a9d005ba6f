import type { Talk } from './action';
import type { ControlResult, Reply } from './session';
import type { PlannedControl } from './transport';

/** What was asked, and whether the session still goes on. */
interface ControlOutcome {
  results: ControlResult[];
  isOpen: boolean;
}

/**
 * Asks what was planned, after whatever went before: one transaction for each sender, begun with RSET (RFC 5321 §4.1.1.5)
 * and never followed by DATA, so that nothing is delivered. What the session's end leaves unasked is in the results, too.
 */
export function* askControls(planned: readonly PlannedControl[]): Talk<ControlOutcome> {
  const results: ControlResult[] = [];
  let isOpen = true;
  for (const [sender, controls] of bySender(planned)) {
    const begun: Answer = isOpen ? yield* begin(sender) : NOT_ASKED;
    ({ isOpen } = begun);
    for (const control of controls) {
      let answer = begun;
      if (begun.outcome === 'accepted') {
        answer = isOpen ? yield* say(`RCPT TO:<${control.recipient}>`) : NOT_ASKED;
        ({ isOpen } = answer);
      }
      const { outcome, reply, line } = answer;
      results.push({ ...control, outcome, reply, line });
    }
  }
  return { results, isOpen };
}

function bySender(planned: readonly PlannedControl[]): Map<string, PlannedControl[]> {
  const groups = new Map<string, PlannedControl[]>();
  for (const control of planned) groups.set(control.sender, [...(groups.get(control.sender) ?? []), control]);
  return groups;
}

interface Answer extends Pick<ControlResult, 'outcome' | 'reply' | 'line'> {
  isOpen: boolean;
}

const NOT_ASKED: Answer = { outcome: 'not-asked', reply: null, line: null, isOpen: false };

function* begin(sender: string): Talk<Answer> {
  const reset = yield* say('RSET');
  return reset.isOpen ? yield* say(`MAIL FROM:<${sender}>`) : reset;
}

function* say(line: string): Talk<Answer> {
  const heard = yield { do: 'say', stage: 'control', line };
  if (heard.kind !== 'reply') return { ...NOT_ASKED, line: heard.line };
  const { reply } = heard;
  return { outcome: outcomeOf(reply), reply, line: heard.line, isOpen: reply.code !== 421 }; // RFC 5321 §3.8
}

function outcomeOf({ code }: Reply): ControlResult['outcome'] {
  if (code >= 500) return 'permanent';
  return code >= 400 ? 'temporary' : 'accepted';
}

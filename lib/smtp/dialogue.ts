import type { Action, Reaction, Talk } from './action';
import { isAscii, mailParameters, readExtensions } from './extensions';
import { askControls } from './controls';
import { queueIdOf } from './queue-id';
import type { Reply, Session, Stage, TlsFacts } from './session';
import type { SessionPlan, SessionResult } from './transport';

/** What a whole dialogue came to: the part of the result that is not about the socket. */
export type Conclusion = Pick<
  SessionResult,
  | 'outcome'
  | 'stage'
  | 'reply'
  | 'detail'
  | 'limit'
  | 'banner'
  | 'queueId'
  | 'tls'
  | 'capabilities'
  | 'capabilitiesBefore'
  | 'stages'
  | 'controls'
>;

/** The code of a handshake that was not begun, because more than the reply to STARTTLS had come (RFC 3207 §6). */
export const INJECTED = 'INJECTED';

type Ending = Pick<Conclusion, 'outcome' | 'stage' | 'reply' | 'detail' | 'limit'>;
type StageResult = Session['stages'][number];

/** What is known so far; all of it but the greeting is forgotten after STARTTLS (RFC 3207 §4.2). */
interface Progress {
  plan: SessionPlan;
  banner: string | null;
  capabilities: string[];
  /** Kept as evidence only. */
  capabilitiesBefore: string[] | null;
  tls: TlsFacts | null;
  queueId: string | null;
  stages: StageResult[];
}

/**
 * An SMTP session as client, up to the depth of the plan: yields what to do next, is handed what was heard, returns
 * what it came to. Nothing is said before the greeting. A 4yz or 5yz reply ends it with QUIT, a 421 without (RFC 5321
 * §3.8); what is heard after QUIT never changes the outcome. Throws when the plan would put a control character on
 * the wire: names and addresses have been parsed before.
 */
export function* dialogue(plan: SessionPlan): Talk<Conclusion> {
  refuseControls(plan);
  const known: Progress = {
    plan,
    banner: null,
    capabilities: [],
    capabilitiesBefore: null,
    tls: null,
    queueId: null,
    stages: [],
  };
  const ending = yield* converse(known);
  const { banner, queueId, tls, capabilities, capabilitiesBefore, stages } = known;
  const isOpen = ending.reply?.code !== 421 && !isCutOff(ending);
  const wantsControls =
    isOpen && plan.controls.length > 0 && wasRecipientAnswered(ending) && plan.mayControl();
  const controls = yield* askControls(wantsControls ? plan.controls : []);
  if (isOpen && controls.isOpen) yield { do: 'say', stage: 'quit', line: 'QUIT' };
  const before = capabilitiesBefore && { capabilitiesBefore };
  return { ...ending, banner, queueId, tls, capabilities, ...before, stages, controls: controls.results };
}

function* converse(known: Progress): Talk<Ending> {
  const { plan } = known;
  const greeting = yield* act(known, { do: 'listen', stage: 'greeting' });
  if (greeting.reply !== null) known.banner = greeting.reply.lines[0] ?? '';
  if (greeting.outcome !== 'accepted') return greeting;
  let last = yield* sayHello(known);
  if (last.outcome !== 'accepted') return last;
  const secured = yield* startTls(known);
  if (secured !== null) last = secured;
  if (last.outcome !== 'accepted' || plan.depth === 'greeting') return last;

  const needsUtf8 = !isAscii(plan.sender + plan.recipient);
  const extensions = readExtensions(known.capabilities);
  if (needsUtf8 && !extensions.has('SMTPUTF8'))
    // RFC 6531 §3.1
    return { outcome: 'permanent', stage: 'mail', reply: null, detail: 'smtputf8-not-offered', limit: null };
  const message = plan.depth === 'message' ? plan.message : null;
  const parameters = mailParameters(extensions, { message, needsUtf8 });
  last = yield* say(known, 'mail', `MAIL FROM:<${plan.sender}>${parameters}`);
  if (last.outcome === 'accepted') last = yield* say(known, 'rcpt', `RCPT TO:<${plan.recipient}>`);
  if (last.outcome !== 'accepted' || message === null) return last;

  const turn = yield { do: 'await-turn', stage: 'rcpt' };
  if (turn.kind === 'ended') return cutOff('rcpt', turn);
  if (turn.kind !== 'turn' || !turn.isOurs) return last;
  last = yield* say(known, 'data', 'DATA');
  if (last.outcome !== 'accepted') return last;
  last = yield* act(known, { do: 'send', stage: 'message', message });
  if (last.outcome === 'accepted' && last.reply !== null) known.queueId = queueIdOf(last.reply);
  return last;
}

/** EHLO, and HELO when that is refused for good (RFC 5321 §3.2); one stage, decided by the last reply. */
function* sayHello(known: Progress): Talk<Ending> {
  const { helo } = known.plan;
  known.capabilities = [];
  const ehlo = yield* say(known, 'ehlo', `EHLO ${helo}`);
  if (ehlo.outcome === 'accepted') known.capabilities = ehlo.reply?.lines.slice(1) ?? [];
  if (ehlo.outcome !== 'permanent') return ehlo;
  known.stages.pop();
  return yield* say(known, 'ehlo', `HELO ${helo}`);
}

/** Null: the session goes on in the clear. */
function* startTls(known: Progress): Talk<Ending | null> {
  const { hello } = known.plan;
  if (hello === null) return null;
  if (!readExtensions(known.capabilities).has('STARTTLS')) {
    yield* note(known, 'ehlo', 'not-offered');
    return null;
  }
  const ready = yield* say(known, 'starttls', 'STARTTLS');
  const isRefused = ready.outcome === 'temporary' || ready.outcome === 'permanent';
  if (isRefused && ready.reply?.code !== 421) {
    yield* note(known, 'starttls', 'refused');
    return null;
  }
  if (ready.outcome !== 'accepted') return ready;
  const heard = yield { do: 'secure', stage: 'tls', hello };
  if (heard.kind === 'tls') known.tls = heard.tls;
  const isSecure = heard.kind === 'tls' && heard.tls.state !== 'failed';
  pushStage(known, 'tls', isSecure ? 'ok' : 'failed', null, heard);
  if (heard.kind === 'ended') return cutOff('tls', heard);
  if (known.tls?.problem?.code === INJECTED) {
    const { text: detail } = known.tls.problem;
    return { outcome: 'protocol-error', stage: 'tls', reply: null, detail, limit: null }; // no second try in the clear
  }
  if (!isSecure)
    return {
      outcome: 'tls-failed',
      stage: 'tls',
      reply: null,
      detail: known.tls?.problem?.text ?? null,
      limit: null,
    };
  known.capabilitiesBefore = known.capabilities;
  return yield* sayHello(known);
}

function* note(known: Progress, stage: 'ehlo' | 'starttls', state: 'not-offered' | 'refused'): Talk<void> {
  known.tls = { state, protocol: null, cipher: null, certificate: null, problem: null };
  yield { do: 'note', stage, tls: known.tls };
}

function say(known: Progress, stage: Stage, line: string): Talk<Ending> {
  return act(known, { do: 'say', stage, line });
}

/** One action that is answered by a reply: notes the stage and says what the reply means for the session. */
function* act(known: Progress, action: Action): Talk<Ending> {
  const { stage } = action;
  const heard = yield action;
  if (heard.kind === 'ended') {
    pushStage(known, stage, 'failed', null, heard);
    return cutOff(stage, heard);
  }
  if (heard.kind !== 'reply') throw new Error(`no reply can be ${heard.kind}`);
  const { reply } = heard;
  const outcome = outcomeOf(stage, reply.code);
  pushStage(known, stage, STAGE_OUTCOME[outcome], reply, heard);
  const detail = outcome === 'protocol-error' ? `unexpected reply code ${reply.code}` : null;
  return { outcome, stage, reply, detail, limit: null };
}

type Meaning = 'accepted' | 'temporary' | 'permanent' | 'protocol-error';

const STAGE_OUTCOME: Record<Meaning, StageResult['outcome']> = {
  accepted: 'ok',
  temporary: 'temporary',
  permanent: 'permanent',
  'protocol-error': 'failed',
};

/** RFC 5321 §4.2.1, §4.3.2: which class of reply is hoped for, and what the others mean. */
function outcomeOf(stage: Stage, code: number): Meaning {
  if (code >= 500) return 'permanent';
  if (code >= 400) return 'temporary';
  if (stage === 'data') return code === 354 ? 'accepted' : 'protocol-error';
  if (stage === 'starttls') return code === 220 ? 'accepted' : 'protocol-error';
  return code < 300 ? 'accepted' : 'protocol-error';
}

function pushStage(
  known: Progress,
  stage: Stage,
  outcome: StageResult['outcome'],
  reply: Reply | null,
  { ms, line }: Reaction,
): void {
  known.stages.push({
    stage,
    outcome,
    code: reply?.code ?? null,
    enhanced: reply?.enhanced ?? null,
    ms,
    line,
  });
}

function cutOff(stage: Stage, { outcome, detail, limit }: Extract<Reaction, { kind: 'ended' }>): Ending {
  return { outcome, stage, reply: null, detail, limit };
}

function wasRecipientAnswered({ stage }: Ending): boolean {
  return stage === 'rcpt' || stage === 'data' || stage === 'message';
}

/** Nothing more can be said: the connection is gone, or what is on it is not understood. */
function isCutOff({ outcome, reply }: Ending): boolean {
  return outcome !== 'accepted' && outcome !== 'temporary' && outcome !== 'permanent' && reply === null;
}

/** Nobody may write a second command into a name or an address. */
function refuseControls({ helo, sender, recipient, controls }: SessionPlan): void {
  const asked = controls.flatMap((control) => [control.sender, control.recipient]);
  for (const text of [helo, sender, recipient, ...asked])
    if (/[\0-\x1f\x7f]/.test(text)) throw new Error(`control character in ${JSON.stringify(text)}`);
}

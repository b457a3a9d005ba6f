import { authenticate, weakest } from '@/lib/dnssec/authenticate';
import { createChain } from '@/lib/dnssec/chain';
import type { DnssecAnswer, DnssecState, DnssecView } from '@/lib/dnssec/evidence';
import { isWhole } from '@/lib/dns/compare';
import type { TraceStep } from '@/lib/dns/trace';
import type { WalkResult } from '@/lib/dns/walk';
import { aside } from './aside';
import type { WalkingRun } from './walks';

/** What of the way of the mail is proven by signatures; runs beside the walk, which believes everything. */
export interface Dnssec {
  /** An answer that routes mail. */
  examine(walked: WalkResult): void;
  /** What signatures say of another answer; null when none of its steps was kept. */
  stateOf(walked: WalkResult): Promise<DnssecState | null>;
  /** Waits for the proofs of all that was examined, and notes what came of it, once. */
  tell(): Promise<void>;
  /** The same, and then what every server by itself has said. */
  compareServers(): Promise<void>;
}

export function createDnssec({ walks, world, record, startedAt }: WalkingRun): Dnssec {
  const steps = () => record.report().trace.steps;
  const chain = createChain({
    anchors: world.trustAnchors,
    crypto: world.dnssecCrypto,
    now: Math.floor(startedAt / 1000),
    ask: (name, type, after) => walks.askAside(name, type, after),
    path: (name) => walks.path(name),
    step: (n) => steps()[n - 1],
  });
  const examined: Promise<DnssecAnswer | undefined>[] = [];

  const prove = async ({ question, steps: numbers }: WalkResult) => {
    const said = steps().filter(({ n }) => numbers.includes(n));
    const proofs = await Promise.all(said.map((step) => authenticate(chain, step)));
    const proof = weakest(proofs);
    return proof && { ...proof, ...question };
  };
  /** Signatures are made anew while a zone lives: a server that no longer gets updates serves old ones. */
  const proveServer = async (step: TraceStep): Promise<DnssecView['servers'][number]> => {
    const { zone, state, reason, signature } = await authenticate(chain, step);
    return { ...step.server, zone, question: step.question, state, reason, signature, evidence: [step.n] };
  };
  const tell = async (): Promise<DnssecView | null> => {
    const answers = (await Promise.all(examined)).filter((one) => one !== undefined);
    const state = weakest(answers)?.state;
    if (state === undefined) return null;
    const view = { state, links: await chain.links(), answers, servers: [] };
    record.tell('dnssec', view);
    return view;
  };
  let told: Promise<DnssecView | null> | null = null;
  return {
    examine(walked) {
      if (walked.kind !== 'failed') examined.push(aside(prove(walked)));
    },
    stateOf: async (walked) => (await prove(walked))?.state ?? null,
    async tell() {
      await (told ??= tell());
    },
    async compareServers() {
      const view = await (told ??= tell());
      if (view === null || view.state === 'insecure') return;
      const surveyed = steps().filter((step) => isMailAnswer(step, walks.domain));
      const servers = await Promise.all(surveyed.map(proveServer));
      record.tell('dnssec', { ...view, servers });
    },
  };
}

/** What one server says of where mail goes. */
function isMailAnswer(step: TraceStep, domain: string): boolean {
  const { question, outcome } = step;
  return question.type === 'MX' && question.name === domain && outcome === 'answer' && isWhole(step);
}

import { createSmtpTransport } from '@/lib/net/smtp';

/** Opens so many sessions at once with a server that greets when all are there, and tells its resident memory then. */
const [count = 0, port = 0] = process.argv.slice(2).map(Number);

const transport = createSmtpTransport({
  guard: () => null,
  port,
  connectTimeoutMs: 60_000,
  greetingTimeoutMs: 60_000,
  replyTimeoutMs: 60_000,
});
let peak = 0;
let greeted = 0;
const open = async (n: number): Promise<void> => {
  const record = {
    line({ stage }: { stage: string }) {
      if (stage === 'greeting' && ++greeted >= count) peak = Math.max(peak, process.memoryUsage.rss());
    },
    tls: () => undefined,
  };
  const plan = {
    exchange: 'mx.bench.test',
    address: `127.41.${Math.floor(n / 250)}.${(n % 250) + 1}`,
    helo: 'probe.bench.test',
    sender: 'a@probe.bench.test',
    recipient: 'b@bench.test',
    depth: 'envelope' as const,
    message: null,
    hello: 'usual' as const,
    controls: [],
    mayControl: () => false,
    maySend: () => Promise.resolve(false),
  };
  const { outcome, detail } = await transport(plan, record, new AbortController().signal);
  if (outcome !== 'accepted') throw new Error(`session ${n} was ${outcome}: ${detail ?? ''}`);
};
await Promise.all(Array.from({ length: count }, (_, n) => open(n)));
process.send?.(Math.max(peak, process.memoryUsage.rss()));
process.disconnect();

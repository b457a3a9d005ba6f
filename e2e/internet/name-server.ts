import dgram from 'node:dgram';
import net from 'node:net';
import { isWithin } from './name';
import { forgery, misbehave, type ServerBehaviour } from './behaviour';
import { answerFrom, encodeAnswer, fitUdp, type Parts, readQuery } from './respond';
import { type Lookup, withoutNames, withRecords, type Zone } from './zone';

export interface NameServerPlan {
  address: string;
  port: number;
  zones: readonly Zone[];
  behaviour: ServerBehaviour;
  /** Added to every answer. */
  latencyMs: number;
  /** Called with each question: `example.test MX udp`. */
  onAsked(line: string): void;
}

/** One name server, over UDP and TCP. Resolves when it listens; rejects when the port is taken. */
export async function startNameServer(plan: NameServerPlan): Promise<{ stop(): Promise<void> }> {
  const { address, port, behaviour } = plan;
  const { records = [], without = [] } = behaviour;
  const old = { ...plan, zones: plan.zones.map((zone) => withoutNames(withRecords(zone, records), without)) };
  const over = (transport: 'udp' | 'tcp') =>
    (behaviour.recordsOver ?? transport) === transport ? old : plan;
  const family = address.includes(':') ? 'udp6' : 'udp4';
  const udp = dgram.createSocket(family);
  let heard = 0;
  udp.on('message', (message, from) => {
    if (++heard % (behaviour.losesEvery ?? Infinity) === 0) return;
    later(plan, () => {
      if (behaviour.forgesFirst === true)
        for (const forged of forgeriesOf(message)) udp.send(forged, from.port, from.address, () => undefined);
      const reply = replyTo(over('udp'), message, 'udp');
      if (reply !== null) udp.send(reply, from.port, from.address, () => undefined);
    });
  });
  const tcp = net.createServer((socket) => serveTcp(over('tcp'), socket));
  const sockets = new Set<net.Socket>();
  tcp.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  try {
    await listen(udp, () => udp.bind({ address, port, exclusive: true }));
    if (behaviour.tcp !== 'refused')
      await listen(tcp, () => tcp.listen({ host: address, port, exclusive: true }));
  } catch (error) {
    udp.close();
    throw error;
  }
  return {
    async stop() {
      await new Promise<void>((resolve) => udp.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      if (tcp.listening) await new Promise<void>((resolve) => tcp.close(() => resolve()));
    },
  };
}

function serveTcp(plan: NameServerPlan, socket: net.Socket): void {
  let bytes = Buffer.alloc(0);
  socket.on('error', () => undefined);
  socket.on('data', (chunk) => {
    bytes = Buffer.concat([bytes, chunk]);
    while (bytes.length >= 2 && bytes.length >= 2 + bytes.readUInt16BE(0)) {
      const message = bytes.subarray(2, 2 + bytes.readUInt16BE(0));
      bytes = bytes.subarray(2 + message.length);
      later(plan, () => {
        const reply = plan.behaviour.tcp === 'silent' ? null : replyTo(plan, message, 'tcp');
        if (reply === null || socket.destroyed) return;
        const length = Buffer.alloc(2);
        length.writeUInt16BE(reply.length);
        const whole = Buffer.concat([length, reply]);
        if (plan.behaviour.tcp === 'trickle') trickle(socket, whole);
        else socket.write(whole);
      });
    }
  });
}

/** One octet every 50 ms, until the other side has had enough. */
function trickle(socket: net.Socket, bytes: Buffer): void {
  let at = 0;
  const timer = setInterval(() => {
    if (socket.destroyed || at === bytes.length) clearInterval(timer);
    else socket.write(bytes.subarray(at, ++at));
  }, 50).unref();
}

function replyTo(plan: NameServerPlan, message: Buffer, transport: 'udp' | 'tcp'): Buffer | null {
  const asked = readQuery(message);
  if (asked === null) return null;
  const query = plan.behaviour.how === 'ignore-edns' ? { ...asked, udpSize: null, wantsProof: false } : asked;
  plan.onAsked(`${query.name} ${query.type} ${transport}${query.udpSize === null ? ' plain' : ''}`);
  const found = answerFrom(plan.zones, query);
  const { how, only, inTurn, failsFor = [] } = plan.behaviour;
  const right: Parts = found === 'REFUSED' ? { rcode: 'REFUSED' } : inTurn ? turned(found) : found;
  if (failsFor.some((name) => isWithin(query.name, name))) return encodeAnswer(query, { rcode: 'SERVFAIL' });
  if (how !== undefined && (only === undefined || only.includes(query.type)))
    return misbehave(how, query, right, transport);
  const reply = encodeAnswer(query, right);
  return transport === 'udp' ? fitUdp(query, reply) : reply;
}

let turns = 0;

function turned(found: Lookup): Lookup {
  const by = ++turns % Math.max(1, found.answers.length);
  return { ...found, answers: [...found.answers.slice(by), ...found.answers.slice(0, by)] };
}

/** An MX record of the forger's choice, for whom asks for one. */
function forgeriesOf(message: Buffer): Buffer[] {
  const query = readQuery(message);
  if (query?.type !== 'MX') return [];
  const data = { preference: 0, exchange: 'mx.forger.invalid' };
  return [forgery(query, { name: query.spelled, type: 'MX', ttl: 86_400, data })];
}

function later({ latencyMs, behaviour }: NameServerPlan, act: () => void): void {
  const wait = latencyMs + (behaviour.slowMs ?? 0);
  if (wait === 0) act();
  else setTimeout(act, wait).unref();
}

function listen(socket: dgram.Socket | net.Server, start: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('listening', () => {
      socket.off('error', reject);
      socket.on('error', () => undefined);
      resolve();
    });
    start();
  });
}

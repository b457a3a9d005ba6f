import { join } from 'node:path';
import type { Authority } from '../internet/certificates';
import { type DanePlace, danePlaces, PLAIN_ZONE, SIGNED_ZONE } from './dane-cases';
import { type DaneSender, startDaneReceiver, startDaneSender } from './dane-servers';
import { type Beginning, type ServedZone, zoneAt } from './name-servers';
import { POLICY_HOST, POLICY_ZONE, policyRecords, SPF_CASES, STS_CASES } from './policy-cases';
import { startPolicyWeb } from './policy-web';
import { startResolver } from './resolver';
import type { ServerProcess } from './server-process';

const EXCHANGE = '127.25.22.1';
const WEB = '127.25.22.2';

/** What tests of policies need, when it runs. */
export interface PolicyServers {
  places: readonly DanePlace[];
  sender: DaneSender;
}

/** What there is for tests of policies: zones to serve, and servers to start when they are. */
export async function preparePolicies(authority: Authority) {
  const places = await danePlaces(authority);
  const linesOf = (zone: 'signed' | 'plain') => places.map(({ records }) => records[zone]).join('\n');
  const zones: ServedZone[] = [
    zoneAt('127.53.0.71', `${SIGNED_ZONE}.`, linesOf('signed'), {
      signing: { algorithm: 'ECDSAP256SHA256' },
      by: 'knot',
    }),
    zoneAt('127.53.0.72', `${PLAIN_ZONE}.`, linesOf('plain')),
    zoneAt('127.53.0.73', `${POLICY_ZONE}.`, policyRecords({ exchange: EXCHANGE, web: WEB })),
  ];
  return {
    zones,
    /** Starts all servers, adding each to `running`. */
    async start(folder: string, beginning: Beginning, running: ServerProcess[]): Promise<PolicyServers> {
      const domains = [...STS_CASES.map(({ name }) => name), ...SPF_CASES];
      const exchange = {
        host: POLICY_HOST,
        domains: domains.map((name) => `${name}.${POLICY_ZONE}`),
        listeners: [{ address: EXCHANGE, shown: await authority.issue(POLICY_HOST, 'good') }],
      };
      running.push(await startResolver(join(folder, 'resolver'), beginning));
      running.push(await startDaneReceiver(join(folder, 'receiver'), [exchange, ...places]));
      running.push(await startPolicyWeb(join(folder, 'policies'), WEB, authority));
      const sender = await startDaneSender(join(folder, 'sender'));
      running.push(sender);
      return { places, sender };
    },
  };
}

import { block } from '../scenarios/block';
import { ACCEPTED, type Scenario, scenario, scripted, zone } from '../scenarios/scenario';

const at = block('held');
const ORIGIN = 'twenty-sessions.test';
export const SESSIONS = 20;
/** Of each. */
export const LINES = 60;

/** A check looks at eight addresses of a server at most. */
const OF_ONE_SERVER = 7;
const serverOf = (n: number) => `mx${1 + Math.floor(n / OF_ONE_SERVER)}`;
const sessions = Array.from({ length: SESSIONS }, (_, n) => ({ server: serverOf(n), address: at(101 + n) }));
const servers = [...new Set(sessions.map(({ server }) => server))];
/** What is said besides: the greeting, and four commands with their replies. */
const BESIDES = 9;
const EHLO = Array.from(
  { length: LINES - BESIDES },
  (_, n) => `250${n + 1 === LINES - BESIDES ? ' ' : '-'}X-EXTENSION-${n + 1}`,
);

/** A domain with so many addresses of mail servers, each with so much to say. */
export const twentySessions: Scenario = scenario({
  name: 'twenty-sessions',
  about: 'Twenty sessions of sixty lines',
  target: `user@${ORIGIN}`,
  zones: [
    zone(
      at,
      ORIGIN,
      ...servers.map((server, n) => `@ MX ${10 * (n + 1)} ${server}`),
      ...sessions.map(({ server, address }) => `${server} A ${address}`),
    ),
  ],
  mtas: Object.fromEntries(
    sessions.map(({ server, address }) => [address, scripted(`${server}.${ORIGIN}`, { EHLO })]),
  ),
  verdict: ACCEPTED,
  must: [],
  mustNot: [],
});

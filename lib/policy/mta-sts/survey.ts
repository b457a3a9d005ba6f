import type { FetchFile, Fetched } from '../fetched';
import type { LookUp } from '../lookup';
import { findRecord } from '../one-record';
import type { MtaStsView } from '../view';
import { coversExchange, parseStsPolicy, type StsPolicy } from './policy';
import { isSts, parseStsRecord } from './record';

/** RFC 8461 §3.3. */
const PATH = '/.well-known/mta-sts.txt';

/** Characters of a policy that are kept; those in use have some hundred. */
const MAX_KEPT = 4_000;

/** Addresses that are tried, one after the other. */
const MAX_TRIES = 2;

/** The record and the policy of a domain; which exchanges the policy names is told apart, when they are known. */
export async function surveyMtaSts(
  domain: string,
  lookUp: LookUp,
  fetchFile: FetchFile,
): Promise<MtaStsView> {
  const found = await findRecord(`_mta-sts.${domain}`, { isOfKind: isSts, parse: parseStsRecord }, lookUp);
  const evidence = [...found.evidence];
  const view: MtaStsView = { ...NO_STS, evidence };
  if (found.kind === 'none') return view;
  if (found.kind === 'failed') return { ...view, state: 'error', reason: 'no-answer' };
  const record = found.text;
  if (found.kind === 'invalid') return { ...view, state: 'invalid', reason: found.reason, record };
  return { ...view, record, ...(await readPolicy(`mta-sts.${domain}`, evidence, lookUp, fetchFile)) };
}

/** Of a domain that publishes nothing of it. */
export const NO_STS: Omit<MtaStsView, 'evidence'> = {
  state: 'absent',
  mxCovered: null,
  reason: null,
  record: null,
  url: null,
  address: null,
  policy: null,
  line: null,
  mx: [],
  maxAgeSeconds: null,
  uncovered: [],
};

async function readPolicy(
  host: string,
  evidence: number[],
  lookUp: LookUp,
  fetchFile: FetchFile,
): Promise<Partial<MtaStsView> & Pick<MtaStsView, 'state'>> {
  const url = `https://${host}${PATH}`;
  const found = await Promise.all([lookUp(host, 'A'), lookUp(host, 'AAAA')]);
  evidence.push(...found.flatMap((one) => one.evidence));
  const addresses = found.flatMap(({ data }) => data);
  if (addresses.length === 0) {
    const isOpen = found.some(({ kind }) => kind === 'failed');
    return { state: 'error', reason: isOpen ? 'no-answer' : 'no-address', url };
  }
  let said: Fetched = { kind: 'failed', code: 'no-address' };
  let address = '';
  for (const one of addresses.slice(0, MAX_TRIES)) {
    address = one;
    said = await fetchFile({ host, address, path: PATH });
    if (said.kind !== 'failed') break;
  }
  return { url, address, ...judge(said) };
}

/** RFC 8461 §3.3: a valid certificate, status 200, no redirect, and a policy that can be read. */
function judge(said: Fetched): Partial<MtaStsView> & Pick<MtaStsView, 'state'> {
  if (said.kind === 'untrusted') return { state: 'error', reason: `certificate: ${said.code}` };
  if (said.kind === 'failed') return { state: 'error', reason: said.code };
  const { status, contentType, text, isWhole } = said;
  if (status >= 300 && status < 400) return { state: 'error', reason: 'redirect' };
  if (status !== 200) return { state: 'error', reason: `status ${status}` };
  if (!isWhole) return { state: 'error', reason: 'too-large' };
  const policy = parseStsPolicy(text);
  const served = { policy: text.slice(0, MAX_KEPT), contentType };
  if (!policy.ok) {
    const [first, ...others] = policy.problem;
    return {
      ...served,
      state: 'invalid',
      reason: first?.what ?? null,
      line: first?.line ?? null,
      alsoWrong: others.map(({ what }) => what),
    };
  }
  const { mode, mx, maxAgeSeconds } = policy.value;
  return { ...served, state: mode, mx: [...mx], maxAgeSeconds };
}

/** The same with which exchanges the policy does not name. */
export function comparedWithMx(view: MtaStsView, exchanges: readonly string[]): MtaStsView {
  if (view.state !== 'enforce' && view.state !== 'testing') return view;
  const policy: Pick<StsPolicy, 'mx'> = view;
  const uncovered = exchanges.filter((exchange) => !coversExchange(policy, exchange));
  return { ...view, uncovered, mxCovered: exchanges.length === 0 ? null : uncovered.length === 0 };
}

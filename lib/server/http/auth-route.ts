import { z } from 'zod';
import { ownLink } from '@/lib/own-link';
import { AppProblem } from '@/lib/problem';
import { AUTH_PATH, CALLBACK_PATH, PROVIDER_SILENT } from '../accounts/constants';
import { callerKey } from '../verbs/caller-key';
import { note } from '../verbs/note';
import { arrivalOf, callerOf } from './caller-of';
import { problemResponse } from './problem-response';
import { readJson } from './input';
import { pathToReturnTo } from './return-path';
import { refuseOtherSites } from './same-site';
import { services } from './shared-services';
import { validate } from './validate';
import { withProblems } from './with-problems';

/** What a browser, or the provider through it, asks better-auth for; it could do more, which is nobody's here. */
const ANSWERED = [
  'GET /passkey/generate-authenticate-options',
  'POST /passkey/verify-authentication',
  'GET /passkey/generate-register-options',
  'POST /passkey/verify-registration',
  `GET ${CALLBACK_PATH}`,
];

/** What an authenticator says, in the form of WebAuthn: better-auth looks into it. */
const Spoken = z.object({ response: z.looseObject({}) });

/** Answers what belongs to signing in and is no form. */
export function answerAuth(request: Request): Promise<Response> {
  return withProblems(request, async () => {
    const { accounts, quotas, ...others } = await services();
    const path = new URL(request.url).pathname.split(AUTH_PATH, 2)[1] ?? '';
    if (accounts.way() !== 'accounts' || !ANSWERED.includes(`${request.method} ${path}`))
      return problemResponse(new AppProblem('not-found', { say: 'There is no such call.' }));
    const isSent = request.method === 'POST';
    if (isSent) refuseOtherSites(request);
    const { address } = arrivalOf(request.headers);
    // Each of them makes the database keep something for a while.
    await quotas.signIns.take(callerKey({ who: null, ip: address }));
    // Without anything else that better-auth would take: it makes sessions, too, when it is told to.
    const spoken = isSent ? validate(Spoken, await readJson(request)) : null;
    const { search } = new URL(request.url);
    const answer = await accounts.answer(
      { path: `${path}${search}`, spoken },
      { headers: request.headers, address },
    );
    if (answer.ok && path === '/passkey/verify-registration')
      await note(await callerOf(request.headers), 'passkey-added', null, others);
    return answer;
  });
}

/** Leads to the provider, and back to `to`; to a page that says so when it does not answer. */
export function answerToProvider(request: Request): Promise<Response> {
  return withProblems(request, async () => {
    const { accounts, quotas } = await services();
    const { headers } = request;
    const { address } = arrivalOf(headers);
    await quotas.signIns.take(callerKey({ who: null, ip: address }));
    const to = pathToReturnTo(new URL(request.url).searchParams.get('to'));
    const led = await accounts.toProvider(to, { headers, address });
    const answer = new Headers({
      location: led?.url ?? ownLink(PROVIDER_SILENT),
      'cache-control': 'no-store',
    });
    for (const line of led?.lines ?? []) answer.append('set-cookie', line);
    return new Response(null, { status: 303, headers: answer });
  });
}

import { z } from 'zod';
import type { CheckPlan } from '@/lib/check/plan';
import { CheckOptions } from '@/lib/report/report';
import { AppProblem } from '@/lib/problem';
import { newCheckId } from '@/lib/store/check-id';
import { canonicalJson, digestOf } from '@/lib/store/evidence';
import { parseTarget, type Target, targetView } from '@/lib/target/target';
import { parseHelo, parseSender } from '@/lib/target/wire-name';
import { env } from '../config/env';
import { log, shortId } from '../config/log';
import { sharedIdOf } from '../before';
import { services } from '../engine/services';
import { SOFTWARE_VERSION } from '../config/software-version';
import { validate } from '../http/validate';

/** Body of `POST /api/checks`. */
export const StartCheck = z.strictObject({
  target: z
    .string()
    .describe('domain, mailbox or address literal, also as mailto: link or in angle brackets'),
  options: CheckOptions.default({ depth: 'envelope' }),
  reportMail: z.string().optional().describe('id of the bounce that this check is to be compared with'),
});

/** Answer of `POST /api/checks`. */
export const StartedCheck = z.object({
  id: z.string(),
  url: z.string().describe('path of the page of the check'),
});
export type StartedCheck = z.infer<typeof StartedCheck>;

/**
 * Starts a check, or finds the one that `MXPROOF_REUSE_S` lets stand for it. Throws `request-invalid`,
 * `report-not-found`, `target-invalid` with `reason`, `position`, `length` and `part`, `too-many-checks` or `too-many-messages`.
 */
export async function startCheck(request: unknown, { ip }: { ip: string }): Promise<StartedCheck> {
  const asked = validate(StartCheck, request);
  const target = targetOf(asked.target);
  const options = optionsOf(asked.options);
  const reportMailId = asked.reportMail === undefined ? undefined : await sharedIdOf(asked.reportMail);
  const { runner, store, quotas } = await services();
  const { helo, mailFrom, reuseMs, dnsPort, relayAddress } = env();
  const fingerprint = digestOf(canonicalJson({ target: target.mailbox ?? target.domain, options }));
  const now = new Date();
  if (reuseMs > 0 && reportMailId === undefined) {
    const recent = await store.findRecent(fingerprint, new Date(now.getTime() - reuseMs));
    if (recent !== null) return started(recent);
  }
  await quotas.starts.take(ip);
  const vantage = {
    helo: options.helo ?? helo,
    sender: options.sender ?? mailFrom,
    softwareVersion: SOFTWARE_VERSION,
    ...(dnsPort === 53 ? {} : { dnsPort }),
  };
  const plan: CheckPlan = { target, options, vantage, relayAddress };
  const check = {
    id: newCheckId(),
    createdAt: now,
    target: targetView(target),
    options,
    vantage,
    fingerprint,
    reportMailId,
  };
  const { id } = check;
  const start = () => runner.start(check, plan);
  await (options.depth === 'message' ? quotas.messages.take(check.target, start) : start());
  log.info({ check: shortId(id), domain: target.domain, depth: options.depth }, 'check accepted');
  return started(id);
}

function started(id: string): StartedCheck {
  return { id, url: `/check/${id}` };
}

function targetOf(input: string): Target {
  const target = parseTarget(input);
  if (target.ok) return target.value;
  const { code, say, at, length } = target.problem;
  const part = input.slice(at, at + length);
  throw new AppProblem('target-invalid', { say, fields: { reason: code, position: at, length, part } });
}

/** The options with their names and addresses as they go on the wire. */
function optionsOf({ sender, helo, ...options }: CheckOptions): CheckOptions {
  if (options.message !== undefined && options.depth !== 'message')
    throw invalid('options.message', 'A message is sent only with the depth "message".');
  if (options.controls !== undefined && options.depth === 'greeting')
    throw invalid(
      'options.controls',
      'Controls name recipients, so they need the depth "envelope" or "message".',
    );
  if (options.controls?.includes('relay') && env().relayAddress === null)
    throw invalid('options.controls', 'The relay test needs an address: set MXPROOF_RELAY_TEST_ADDRESS.');
  const saidSender = sender === undefined ? undefined : parseSender(sender);
  if (saidSender?.ok === false) throw invalid('options.sender', `The sender: ${saidSender.problem}`);
  const saidHelo = helo === undefined ? undefined : parseHelo(helo);
  if (saidHelo?.ok === false) throw invalid('options.helo', `The HELO name: ${saidHelo.problem}`);
  return {
    ...options,
    ...(saidSender?.ok ? { sender: saidSender.value } : {}),
    ...(saidHelo?.ok ? { helo: saidHelo.value } : {}),
  };
}

function invalid(field: string, say: string): AppProblem {
  return new AppProblem('request-invalid', { say, fields: { field } });
}

import { z } from 'zod';
import { CheckOptions } from '@/lib/report/report';
import { AppProblem } from '@/lib/problem';
import { newCheckId } from '@/lib/store/check-id';
import { targetView } from '@/lib/target/target';
import { parseHelo, parseSender } from '@/lib/target/wire-name';
import { ownLink } from '@/lib/own-link';
import type { Settings } from '../config/settings';
import { log, shortId } from '../config/log';
import { mayComeFrom } from '../config/message-from';
import { sharedIdOf } from '../engine/before';
import { fingerprintOf } from '../engine/fingerprint';
import type { Services } from '../engine/services';
import { vantageOf } from '../engine/vantage';
import type { Caller } from './caller';
import { callerKey } from './caller-key';
import { getReport } from './get-report';
import { note } from './note';
import { targetOf } from './target-of';
import { notPermitted, permit, verb } from './verb';

/** Body of `POST /api/checks`. */
export const StartCheck = z.strictObject({
  target: z
    .string()
    .describe('domain, mailbox or address literal, also as mailto: link or in angle brackets'),
  options: CheckOptions.default({ depth: 'envelope' }),
  reportMail: z.string().optional().describe('id of the bounce that this check is to be compared with'),
  former: z
    .string()
    .optional()
    .describe('id of a check that this one is to be compared with; not kept when it is of another domain'),
});

/** Answer of `POST /api/checks`. */
export const StartedCheck = z.object({
  id: z.string(),
  url: z.string().describe('link of the page of the check, without the host'),
});
export type StartedCheck = z.infer<typeof StartedCheck>;

/**
 * Starts a check, or finds the one that `MXPROOF_REUSE_S` lets stand for it. Throws `request-invalid`,
 * `not-permitted`, `report-not-found`, `check-not-found`, `target-invalid` with `reason`, `position`, `length` and `part`, `too-many-checks`,
 * `too-many-controls`, `too-many-recipients` or `too-many-messages`.
 */
export const startCheck = verb(
  'start-checks',
  async (caller, asked: z.infer<typeof StartCheck>, services): Promise<StartedCheck> => {
    const { runner, store, quotas, settings } = services;
    const target = targetOf(asked.target);
    const options = optionsOf(asked.options, settings);
    if (options.depth === 'message') permitMessage(caller, options, settings);
    if (options.controls !== undefined) permit(caller, 'use-controls');
    const noticeId =
      asked.reportMail === undefined ? undefined : await sharedIdOf(asked.reportMail, services);
    const formerId = await formerIdOf(caller, asked.former, target.domain, services);
    const fingerprint = fingerprintOf(target, options);
    const createdAt = new Date();
    if (settings.reuseMs > 0 && noticeId === undefined) {
      const recent = await store.findRecent(fingerprint, new Date(createdAt.getTime() - settings.reuseMs));
      if (recent !== null) return started(recent);
    }
    const waits = callerKey(caller);
    if (options.controls !== undefined) await quotas.controls.take(waits);
    await quotas.starts.take(waits);
    const vantage = vantageOf(options, settings);
    const check = {
      id: newCheckId(),
      createdAt,
      target: targetView(target),
      options,
      vantage,
      fingerprint,
      noticeId,
      formerId,
      caller: waits,
      ...(caller.who !== null && { startedBy: caller.who }),
    };
    const { relayAddress } = settings;
    const start = () => runner.start(check, { target, options, vantage, relayAddress });
    const send = () =>
      options.depth === 'message'
        ? quotas.messages.take({ target: check.target, by: caller.who }, start)
        : start();
    const { domain, mailbox } = target;
    const isNamed = mailbox !== null && options.depth !== 'greeting';
    await (isNamed ? quotas.recipients.take({ domain, mailbox }, send) : send());
    const action = options.depth === 'message' ? 'message-sent' : 'check-started';
    await note(caller, action, `${domain} ${shortId(check.id)}`, services);
    log.info({ check: shortId(check.id), domain: target.domain, depth: options.depth }, 'check accepted');
    return started(check.id);
  },
);

/** Throws `not-permitted` also where the message would come from somebody whom no admin has named. */
export function permitMessage(
  caller: Caller,
  { sender }: Pick<CheckOptions, 'sender'>,
  { mailFrom, messageFrom }: Pick<Settings, 'mailFrom' | 'messageFrom'>,
): void {
  permit(caller, 'send-messages');
  if (!mayComeFrom(sender ?? mailFrom, messageFrom))
    throw notPermitted(
      'No message may come from that sender here: whoever runs this mxproof says who may be named (MXPROOF_MESSAGE_FROM).',
    );
}

/** Throws `check-not-found`: whoever names it has to have its link. */
async function formerIdOf(
  caller: Caller,
  id: string | undefined,
  domain: string,
  services: Services,
): Promise<string | undefined> {
  if (id === undefined) return undefined;
  const { target } = await getReport(caller, { id }, services);
  return target.domain === domain ? id : undefined;
}

function started(id: string): StartedCheck {
  return { id, url: ownLink(`/check/${id}`) };
}

/** The options with their names and addresses as they go on the wire. */
function optionsOf({ sender, helo, ...options }: CheckOptions, { relayAddress }: Settings): CheckOptions {
  if (options.message !== undefined && options.depth !== 'message')
    throw invalid('options.message', 'A message is sent only with the depth "message".');
  if (options.controls !== undefined && options.depth === 'greeting')
    throw invalid(
      'options.controls',
      'Controls name recipients, so they need the depth "envelope" or "message".',
    );
  if (options.controls?.includes('relay') && relayAddress === null)
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

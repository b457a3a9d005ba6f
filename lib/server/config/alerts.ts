import { z } from 'zod';
import type { SubmissionServer } from '@/lib/net/submission';
import { parseRecipient } from '@/lib/target/wire-name';
import { credentialsIn } from '@/lib/url-credentials';
import { readNetworks } from './lists';

/** How alerts leave. */
export interface AlertSettings {
  /** What takes our mail; null: alerts cannot be mailed. */
  server: SubmissionServer | null;
  /** The address that mails of alerts come from. */
  from: string;
  /** CIDRs that may be called although they are special-purpose. */
  networks: readonly string[];
}

export const ALERT_VARIABLES = {
  MXPROOF_ALERT_MAIL_SERVER: z.string().transform(readServer).optional(),
  MXPROOF_ALERT_FROM: z
    .string()
    .refine((text) => parseRecipient(text).ok, 'must be a mail address')
    .optional(),
  MXPROOF_ALERT_NETWORKS: z.string().transform(readNetworks).default([]),
};

type AlertVariables = z.infer<z.ZodObject<typeof ALERT_VARIABLES>>;

/** `helo` is what this machine is called. */
export function alertsOf(env: AlertVariables, helo: string): AlertSettings {
  return {
    server: env.MXPROOF_ALERT_MAIL_SERVER ?? null,
    from: env.MXPROOF_ALERT_FROM ?? `mxproof@${helo}`,
    networks: env.MXPROOF_ALERT_NETWORKS,
  };
}

const SUBMISSION = 587;
const SUBMISSIONS = 465;

/** `smtps://name:password@host`, or `smtp://host:25` for one that asks for no password. */
function readServer(text: string, context: z.RefinementCtx): SubmissionServer {
  const url = URL.canParse(text) ? new URL(text) : null;
  const credentials = url === null ? null : credentialsIn(url);
  if (
    url === null ||
    credentials === null ||
    !/^smtps?:$/.test(url.protocol) ||
    url.hostname === '' ||
    !/^\/?$/.test(url.pathname)
  ) {
    context.addIssue({
      code: 'custom',
      message: 'must be the address of a mail server, such as smtps://name:password@mail.example.org',
    });
    return z.NEVER;
  }
  const isSecure = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (isSecure ? SUBMISSIONS : SUBMISSION) : Number(url.port),
    isSecure,
    user: credentials.name === '' ? null : credentials,
  };
}

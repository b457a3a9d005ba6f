import { createTransport } from 'nodemailer';
import { no, ok, type Result } from '@/lib/result';
import { errnoOf } from './errno';

/** For connecting, for the greeting, and between any two octets. */
const WAIT_MS = 10_000;

/** The server that takes our own mail, and as whom we come to it (RFC 6409). */
export interface SubmissionServer {
  host: string;
  port: number;
  /** TLS from the first octet (RFC 8314 §3.3); otherwise by STARTTLS. */
  isSecure: boolean;
  user: { name: string; password: string } | null;
}

/** A mail of our own, of text alone. */
export interface OwnMail {
  from: string;
  to: string;
  subject: string;
  text: string;
  /** The part of its Message-ID before the at sign: the same mail twice is one. */
  id: string;
}

/**
 * Hands a mail over to our own server. A password goes over TLS only. The problem is the server's reply, or the name of an error such as
 * `ECONNREFUSED`.
 */
export async function submit(
  { from, to, subject, text, id }: OwnMail,
  { host, port, isSecure, user }: SubmissionServer,
): Promise<Result<null, string>> {
  const transport = createTransport({
    host,
    port,
    secure: isSecure,
    requireTLS: user !== null,
    // Without a password TLS is taken as it comes, as between mail servers (RFC 3207 §6): it is better than none.
    tls: { rejectUnauthorized: user !== null || isSecure },
    ...(user !== null && { auth: { user: user.name, pass: user.password } }),
    connectionTimeout: WAIT_MS,
    greetingTimeout: WAIT_MS,
    socketTimeout: WAIT_MS,
    dnsTimeout: WAIT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from,
      to,
      subject,
      text,
      messageId: `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
      // Nobody's absence is to be answered to (RFC 3834 §5).
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    return ok(null);
  } catch (error) {
    return no(replyIn(error) ?? errnoOf(error));
  } finally {
    transport.close();
  }
}

function replyIn(error: unknown): string | null {
  return error instanceof Error && 'response' in error && typeof error.response === 'string'
    ? error.response
    : null;
}

import type { Session } from './session';

/** An enhanced status code has dots as well (RFC 3463 §2), and is no name. */
const HOST_NAME = /^\d{3}[- ](?!\d\.\d{1,3}\.\d{1,3}(?:\s|$))([^\s.]+(?:\.[^\s.]+)+)/;

/** The name with which the server answers EHLO or HELO (RFC 5321 §4.1.1.1), lower-case; null when it says none. */
export function ehloName({ transcript }: Pick<Session, 'transcript'>): string | null {
  const lines = transcript.filter(({ who, stage }) => who === 'server' && stage === 'ehlo');
  return hostIn(lines.findLast(({ text }) => HOST_NAME.test(text))?.text);
}

/** The name that the greeting says first (RFC 5321 §4.3.1), lower-case; null when it says none. */
export function bannerName({ banner }: Pick<Session, 'banner'>): string | null {
  return banner === null ? null : hostIn(`220 ${banner}`);
}

function hostIn(line: string | undefined): string | null {
  return (
    HOST_NAME.exec(line ?? '')?.[1]
      ?.toLowerCase()
      .replace(/\.$/, '') ?? null
  );
}

import type { Session } from './session';

const HOST_NAME = /^\d{3}[- ]([^\s.]+(?:\.[^\s.]+)+)/;

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

import type { OwnFailure } from '@/lib/watch/own-failure';

/** What is wrong here, and of what the last try of a watch says nothing because of it. */
export function ownFailureWords({ title, unseen }: OwnFailure, domain: string): string {
  return `${title}. So the last try says nothing about ${hiddenOf(unseen)}${domain}.`;
}

function hiddenOf(unseen: OwnFailure['unseen']): string {
  if (unseen.includes('servers')) return '';
  if (unseen.includes('verdict')) return 'the mail servers of ';
  return unseen.includes('tls') ? 'certificates and DNS problems of ' : 'DNS problems of ';
}

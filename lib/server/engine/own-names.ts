import type { Settings } from '../config/settings';

/** The names by which others know this installation: its HELO name and the domain of its sender, without address literals. */
export function ownNames({ helo, mailFrom }: Pick<Settings, 'helo' | 'mailFrom'>): string[] {
  const names = [helo, mailFrom.slice(mailFrom.lastIndexOf('@') + 1)].map((name) => name.toLowerCase());
  return [...new Set(names)].filter((name) => name.includes('.') && !name.startsWith('['));
}

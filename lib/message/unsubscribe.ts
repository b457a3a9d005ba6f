import { dkimSignatures } from './names-needed';
import { valueOf, type WholeMessage } from './whole-message';

/** What a message offers to whoever wants no more of its kind (RFC 2369, RFC 8058). */
export interface Unsubscribe {
  /** Links as they stand in `List-Unsubscribe`. */
  links: string[];
  /** Whether `List-Unsubscribe-Post` is what RFC 8058 §3.1 wants. */
  isOneClick: boolean;
  /** Domains whose signatures sign both fields (RFC 8058 §4). */
  signedBy: string[];
}

const FIELDS = ['list-unsubscribe', 'list-unsubscribe-post'];

/** Links that are read, and characters of each. */
const [MAX_LINKS, MAX_LINK] = [5, 500];

/** Reads both fields; what they link to is never fetched. */
export function readUnsubscribe(message: WholeMessage): Unsubscribe {
  const [links, post] = FIELDS.map((name) => message.fields.find((field) => field.name === name));
  const found =
    links === undefined
      ? []
      : valueOf(links)
          .slice(0, MAX_LINKS * MAX_LINK)
          .split('>');
  const { signatures } = dkimSignatures(message);
  return {
    links: found
      .flatMap((part) =>
        part.includes('<')
          ? [
              part
                .slice(part.lastIndexOf('<') + 1)
                .trim()
                .slice(0, MAX_LINK),
            ]
          : [],
      )
      .slice(0, MAX_LINKS),
    isOneClick:
      post !== undefined && valueOf(post).replace(/\s/g, '').toLowerCase() === 'list-unsubscribe=one-click',
    signedBy: signatures
      .filter(({ signed }) => FIELDS.every((name) => signed.includes(name)))
      .map(({ domain }) => domain),
  };
}

import type { Category } from './schema';

/** What a reply of one category means for a person who knows nothing of mail. */
interface PlainCategory {
  /** A sentence about the receiving side, without a word of the trade. */
  happened: string;
  /** What whoever wrote the message can do; empty where that is the same for all messages. */
  can: string;
}

const ANOTHER_ADDRESS = 'Ask the recipient, in another way, for another address.';

export const PLAIN_CATEGORIES: Readonly<Record<Category, PlainCategory>> = {
  accepted: { happened: 'The receiving mail server takes the message.', can: '' },
  'mailbox-unknown': {
    happened: 'The receiving mail server says that it has no mailbox with this address.',
    can: 'Check the spelling, or ask the recipient in another way which address is right.',
  },
  'mailbox-disabled': {
    happened: 'The receiving mail server says that the mailbox is switched off.',
    can: ANOTHER_ADDRESS,
  },
  'mailbox-full': {
    happened: 'The recipient’s mailbox has no room left.',
    can: 'Tell the recipient in another way, so that they make room.',
  },
  moved: {
    happened: 'The receiving mail server says that the recipient has another address now.',
    can: 'Use the new address, or ask the recipient for it.',
  },
  'domain-unknown': {
    happened: 'The receiving mail server does not know the part of the address behind the @.',
    can: 'Check the spelling of the part behind the @.',
  },
  'relay-denied': {
    happened: 'The mail server that was asked does not take mail for this address.',
    can: '',
  },
  'sender-rejected': {
    happened: 'The receiving mail server does not accept the address of the sender.',
    can: '',
  },
  'sender-identity': {
    happened:
      'The receiving mail server does not accept the name by which the sending server introduces itself.',
    can: '',
  },
  blocked: {
    happened: 'The receiving mail server does not trust the sending mail server, and takes no mail from it.',
    can: '',
  },
  policy: { happened: 'A rule on the recipient’s side does not allow this mail.', can: '' },
  'spam-content': {
    happened: 'The recipient’s side took the message for spam.',
    can: 'If the recipient wants the message, they can ask their administrators to let it in.',
  },
  virus: {
    happened: 'The recipient’s side took the message or its attachment for something harmful.',
    can: 'Have the attachment examined, and pass a wanted file on in another way.',
  },
  'auth-failed': {
    happened:
      'The recipient’s side could not make sure that the message really comes from the address of its sender.',
    can: '',
  },
  'auth-required': {
    happened: 'The mail server that was asked takes mail only from people who log in to it.',
    can: '',
  },
  'rate-limited': {
    happened: 'More mail came within a short time than the recipient’s side takes.',
    can: '',
  },
  greylisted: {
    happened:
      'The receiving mail server lets a sender that is new to it wait at the first try, as a protection against spam.',
    can: '',
  },
  'message-too-large': {
    happened: 'The message is larger than the receiving mail server takes.',
    can: 'Send a smaller message, or pass the file on in another way.',
  },
  'content-format': {
    happened: 'The receiving mail server does not accept the form in which the message was written.',
    can: 'A simple message, written in another program, may get through.',
  },
  'tls-required': {
    happened:
      'The receiving mail server takes mail over an encrypted connection only, and none that it accepts came about.',
    can: '',
  },
  'system-error': { happened: 'The receiving mail system has trouble of its own.', can: '' },
  'network-error': {
    happened: 'A connection that was needed to hand the message over failed.',
    can: '',
  },
  busy: { happened: 'The receiving mail server has no time at the moment.', can: '' },
  'not-accepting-mail': {
    happened: 'The receiving mail server says that it takes no mail.',
    can: ANOTHER_ADDRESS,
  },
  'protocol-error': { happened: 'The two mail servers did not understand each other.', can: '' },
  loop: { happened: 'The message would go round in a circle on the recipient’s side.', can: '' },
  'mailing-list': {
    happened: 'The address belongs to a list or a group, which did not take the message.',
    can: 'Ask whoever runs the list who may write to it.',
  },
  expired: {
    happened: 'The message could not be handed over in all the time for which a mail server tries.',
    can: '',
  },
  unknown: { happened: 'The receiving mail server did not say why it does not take the message.', can: '' },
};

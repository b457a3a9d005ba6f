// One page under two names: what a mail is decides what is shown, not where it was handed over.
export { default, generateMetadata } from '@/app/bounce/[id]/page';

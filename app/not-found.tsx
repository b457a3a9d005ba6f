import type { Metadata } from 'next';
import Link from 'next/link';

export const metadata: Metadata = { title: 'Nothing here' };

export default function NotFound() {
  return (
    <div className="pt-16">
      <p className="text-soft font-mono text-sm">404</p>
      <h1 className="mt-1.5 text-[23px] font-semibold tracking-[-0.015em] md:text-[28px]">
        There is nothing at this address.
      </h1>
      <p className="text-soft mt-2 max-w-[60ch]">
        A link to a check must be whole: compare its end with the one you were sent. Old checks may also have
        been removed by whoever runs this instance.
      </p>
      <p className="mt-5">
        <Link href="/" className="btn">
          Start a new check
        </Link>
      </p>
    </div>
  );
}

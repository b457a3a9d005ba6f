import type { ComponentProps } from 'react';

/** What a form does on our server: the function there, or, in a browser, the name of the field by which Next knows it. */
export type FormAction = ((form: FormData) => Promise<void>) | string;

interface ActionFormProps extends Omit<ComponentProps<'form'>, 'action'> {
  action: FormAction;
}

/** A form that is drawn on the server and in the browser: as the server writes it, so that either takes it over from the other. */
export function ActionForm({ action, children, ...form }: ActionFormProps) {
  if (typeof action !== 'string')
    return (
      <form action={action} {...form}>
        {children}
      </form>
    );
  return (
    <form action="" encType="multipart/form-data" method="POST" {...form}>
      <input type="hidden" name={action} />
      {children}
    </form>
  );
}

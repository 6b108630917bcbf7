import { Button, type ButtonProps } from '@mantine/core';
import type { ComponentPropsWithoutRef } from 'react';
import { type Action, useAct } from '../../session/part';
import { hintOf } from './keys';

type Props = ButtonProps &
  Omit<ComponentPropsWithoutRef<'button'>, keyof ButtonProps> & {
    readonly of: Action;
    readonly 'data-testid'?: string;
  };

/** A button that does what an action does, and says its key. */
export const ActionButton = ({ of: action, ...rest }: Props) => {
  const act = useAct();
  return (
    <Button title={hintOf(action)} onClick={() => act(action.perform)} data-testid={action.id} {...rest} />
  );
};

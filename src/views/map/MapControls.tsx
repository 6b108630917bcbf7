import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import { IconMinus, IconPlus, IconZoomReset } from '@tabler/icons-react';
import type { RefObject } from 'react';
import type { MapHandle } from './MapCanvas';
import type { Point } from './viewport';

const STEP = 1.6;

interface Props {
  readonly handle: RefObject<MapHandle | null>;
  /** All places of the person's path. */
  readonly path: readonly Point[];
}

/** Zoom by button; the same keys work on the map. */
export const MapControls = ({ handle, path }: Props) => (
  <Group gap={6} wrap="nowrap">
    <Button size="sm" onClick={() => handle.current?.show(path)} data-testid="map-show-path">
      Show the path
    </Button>
    <Control label="Zoom in" keys="+" testId="map-zoom-in" onClick={() => handle.current?.zoomBy(STEP)}>
      <IconPlus size={18} />
    </Control>
    <Control label="Zoom out" keys="−" testId="map-zoom-out" onClick={() => handle.current?.zoomBy(1 / STEP)}>
      <IconMinus size={18} />
    </Control>
    <Control label="Show everything" keys="0" testId="map-reset" onClick={() => handle.current?.reset()}>
      <IconZoomReset size={18} />
    </Control>
  </Group>
);

interface ControlProps {
  readonly label: string;
  readonly keys: string;
  readonly testId: string;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}

const Control = ({ label, keys, testId, onClick, children }: ControlProps) => (
  <Tooltip label={`${label} (${keys} on the map)`}>
    <ActionIcon size={36} aria-label={label} onClick={onClick} data-testid={testId}>
      {children}
    </ActionIcon>
  </Tooltip>
);

import '@mantine/core/styles/Tabs.css';
import { Tabs } from '@mantine/core';
import { showTab, TABS, type Tab, tabIn } from '../session/microscope';
import { useAct, useSession } from '../session/part';
import { DimensionCard } from './dimensions/DimensionCard';
import { DissectCard } from './dissect/DissectCard';
import { UpdateCard } from './microscope/UpdateCard';
import { TruthCard } from './truth/TruthCard';

const SHOWN: Readonly<Record<Tab, { readonly label: string; readonly Card: () => React.ReactNode }>> = {
  words: { label: 'Words', Card: TruthCard },
  dimensions: { label: 'Dimensions', Card: DimensionCard },
  alter: { label: 'Alter', Card: DissectCard },
};

/** The inside of the model: one update step by step, and below it what its parts mean. */
export default function MicroscopeScreen() {
  const act = useAct();
  const tab = useSession(tabIn);
  return (
    <main className="view" style={{ maxWidth: 1180 }}>
      <h1 className="visually-hidden">Microscope</h1>
      <UpdateCard />
      <Tabs
        data-target="tabs"
        value={tab}
        onChange={(value) => act(showTab(value as Tab))}
        keepMounted={false}
      >
        <Tabs.List aria-label="What its parts mean">
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one} mih={44} data-testid={`tab-${one}`}>
              {SHOWN[one].label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {TABS.map((one) => {
          const { Card } = SHOWN[one];
          return (
            <Tabs.Panel key={one} value={one} pt="md">
              <Card />
            </Tabs.Panel>
          );
        })}
      </Tabs>
    </main>
  );
}

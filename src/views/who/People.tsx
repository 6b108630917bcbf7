import { Button, TextInput } from '@mantine/core';
import { IconSearch, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { PersonSummary } from '../../engine/answers';
import { isNewPerson } from '../../engine/newPeople';
import type { Page } from '../../engine/questions/search';
import { actions } from '../../session/actions';
import { useAct, useAnswer, useSession } from '../../session/part';
import { searchPeople } from '../../session/search';
import { newPerson, selectPerson } from '../../session/verbs';
import { aOf, capital, count, plural, rating } from '../../ui/format';
import { useOneStop } from '../../ui/useOneStop';
import { peopleSought } from '../shared/sought';
import { useUsersNoun } from '../shared/useKind';
import { NameField } from './NameField';
import classes from './Who.module.css';

const STEP = 12;
/** Pixels: what is below must not jump when the list comes. */
const TALLEST = 330;
const NOBODY: Page<PersonSummary> = { total: 0, rows: [] };
const NO_FACTS: Parameters<typeof peopleSought>[0] = { itemFacts: [], userFacts: [], usersNamed: false };
const HOUSES = ['name', 'names'] as const;
const PEOPLE = ['person', 'people'] as const;

/** Search and browse; the longest histories come first. */
export function People() {
  const act = useAct();
  const person = useSession((s) => s.person);
  const log = useSession((s) => s.history.present);
  const facts = useSession((s) => s.start?.dataset ?? NO_FACTS);
  // Where houses are among them, nobody would say people.
  const found = useSession((s) => s.start?.dataset.ofKinds) ? HOUSES : PEOPLE;
  const noun = useUsersNoun();
  const [query, setQuery] = useState('');
  const [limit, setLimit] = useState(STEP);
  const { answer, failure } = useAnswer(searchPeople, { query, offset: 0, limit, log });
  const page = failure === null ? answer : NOBODY;
  const oneStop = useOneStop<HTMLUListElement>();
  const summary = useSession((s) => s.view?.person.summary);
  // Somebody new is found once something is known of them: until then they stand first, as they are chosen.
  const newcomer = summary && summary.id === person && isNewPerson(person) && query === '' ? summary : null;
  const isFound = page?.rows.some(({ id }) => id === newcomer?.id);
  const rows = page && newcomer && !isFound ? [newcomer, ...page.rows] : page?.rows;

  return (
    <section className="card" aria-label={capital(noun.many)} data-target="people">
      <h2>Who is it for?</h2>
      <p className="soft" role="status">
        {page ? `${plural(page.total, found[0], found[1])} found` : 'Searching…'}
      </p>
      <TextInput
        mt="sm"
        placeholder={peopleSought(facts)}
        aria-label={`Find ${aOf(noun.one)}`}
        leftSection={<IconSearch size={16} />}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setLimit(STEP);
        }}
        data-testid="person-search"
      />
      <Button
        mt="xs"
        size="sm"
        fullWidth
        leftSection={<IconUserPlus size={16} />}
        onClick={() => act(newPerson)}
        data-testid="new-person"
      >
        A new person
      </Button>
      <NameField />
      {newcomer && (
        <Button
          mt="xs"
          size="sm"
          fullWidth
          variant="filled"
          className={classes.write ?? ''}
          onClick={() => act(actions.writeReview.perform)}
        >
          Write a review
        </Button>
      )}
      <ul
        {...oneStop}
        className="list scroll"
        style={{ marginTop: 10, maxHeight: TALLEST, minHeight: page ? 0 : TALLEST }}
      >
        {rows?.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className="plain-button row-button"
              aria-current={row.id === person}
              onClick={() => act(selectPerson(row.id))}
              data-testid={row === newcomer ? 'newcomer-row' : 'person-row'}
              data-person={row.id}
            >
              <div style={{ fontSize: 'var(--size-body)', lineHeight: 1.35 }}>{row.label}</div>
              <div className="soft" style={{ fontSize: 'var(--size-note)' }}>
                {[row.kind, ...row.facts].map((fact) => fact && `${fact} · `)}
                {row.interactions === 0 ? 'no reviews yet' : plural(row.interactions, 'review')}
                {row.meanRating !== null && ` · mean ${rating(row.meanRating)}`}
                {/* Who is known by name, or was made here, needs no other. */}
                {!row.named && !row.simulated && (
                  <>
                    {' '}
                    · <span translate="no">{row.id}</span>
                  </>
                )}
              </div>
            </button>
          </li>
        ))}
        {page && page.rows.length < page.total && (
          <li>
            <Button mt={6} fullWidth variant="subtle" onClick={() => setLimit(limit + 4 * STEP)}>
              Show more of {count(page.total)}
            </Button>
          </li>
        )}
      </ul>
      {page?.rows.length === 0 && (
        <p className="soft">
          Nobody matches “{query}”. Try another of these: {peopleSought(facts).toLowerCase()}.
        </p>
      )}
    </section>
  );
}

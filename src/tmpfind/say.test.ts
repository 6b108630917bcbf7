import { readFileSync } from 'node:fs';
import { it } from 'vitest';
import { findings } from '../views/evidence/findings';
import { coldTitle, missingTitle, latestTitle, faithfulTitle, reasonsSentence, changesOf, changesTitle } from '../views/evidence/sentences';
import { listensSentence, deniedSentence, ruleSentence } from '../views/evidence/behaviours';
import { worthsOf, worthSentence } from '../views/evidence/partsWorth';
import { noBetterThanNone } from '../views/evidence/missingSentences';
it('says', () => {
  for (const id of ['beers','books','films','instruments','teas']) {
    const e = JSON.parse(readFileSync(`public/datasets/${id}/evidence.json`,'utf8'));
    const t = (s:any)=>s.map((o:any)=>typeof o==='string'?o:o.aside?`(${o.shown})`:o.shown).join('');
    const f = findings(e,id);
    console.log([`==== ${id}`, 'H '+f.headline, ...f.best.map(s=>'+ '+t(s)), ...f.not.map(s=>'- '+t(s)), 'worth '+worthSentence(worthsOf(e, id!=='films'&&id!=='books')), 'listens '+listensSentence(e), 'denied '+deniedSentence(e), 'rule '+ruleSentence(e), 'reasons '+(e.faithfulness&&reasonsSentence(e.faithfulness)), 'cold '+coldTitle(e), 'missing '+missingTitle(e), 'none '+noBetterThanNone(e), 'latest '+(e.latestOut&&latestTitle(e.latestOut)), 'faithful '+(e.faithfulness&&faithfulTitle(e.faithfulness)), 'changes '+changesTitle(changesOf(e,'ablation'),changesOf(e,'trial'))].join('\n'));
    const own=e.models.find((m:any)=>m.id==='drex').id;
    console.log(JSON.stringify(e.coldStart.filter((c:any)=>c.model===own&&c.side==='user')), JSON.stringify(e.missing.filter((c:any)=>c.when==='inference'&&(c.share===0||c.share===1))));
    console.log(e.comparisons.filter((c:any)=>e.models.find((m:any)=>m.id===c.model)?.family==='baseline' && (c.difference.low>0||c.difference.high<0)).map((c:any)=>`${c.model} ${c.metric} ${c.difference.value.toFixed(4)} [${c.difference.low.toFixed(4)}, ${c.difference.high.toFixed(4)}]`).join('\n'));
  }
});

/** The page that a release opens with: how to put it on a server, in words for whoever looks after a school's computers. */
export const instructions = (version) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="DReX Lab ${version}, npm run release">
<title>DReX Lab ${version}: instructions</title>
<style>
  body { max-width: 42rem; margin: 0 auto; padding: 1.5rem; font: 1.1rem/1.55 system-ui, sans-serif; }
  h2 { margin-top: 2rem; }
  pre { padding: 0.8rem 1rem; border: 1px solid; border-radius: 8px; overflow: auto; }
  li { margin: 0.3rem 0; }
</style>
</head>
<body>
<h1>DReX Lab ${version}</h1>
<p>A recommender that shows its working, with lessons for a class. This folder is the whole of it: pages, lessons, five data
sets. It needs a web server that hands out files, and nothing else: no database, no account, no program on the server. What
students write stays on their devices.</p>

<h2>On the school’s server</h2>
<ol>
  <li>Unpack this zip.</li>
  <li>Copy the folder <code>drex-lab</code> to where your server keeps its web pages. Any place and any name will do:
    <code>https://www.your-school.example/drex-lab/</code>.</li>
  <li>Open that address in a browser. Teachers begin at <code>…/drex-lab/?teach</code>, where lessons are chosen and links are
    handed out.</li>
</ol>
<p>To renew it, put the new files in place of the old ones. Whoever has the page open is asked before the new version is
loaded; it never changes during a lesson.</p>

<h2>On one computer, to try it</h2>
<p>With Python, in the unpacked folder:</p>
<pre>cd drex-lab
python3 -m http.server 8000</pre>
<p>or with Node:</p>
<pre>cd drex-lab
npx serve</pre>
<p>Then open the address that it prints, such as <code>http://localhost:8000/</code>.</p>

<h2>Why a double click on index.html does not work</h2>
<p>Its address would begin with <code>file://</code>. Browsers do not let a page from there load parts of itself or read its
data, to protect the other files on your computer. The page stays empty. It has to come from a server, be it the small one
above.</p>

<h2>Without a network</h2>
<p>Served over <code>https://</code>, a device that opened the page once keeps it, with the lessons and the data set of
teas; after that it needs no network. The teacher’s page says “Works offline: ready ✓”, and keeps other data sets on request.
Over plain <code>http://</code> everything works as long as the network does, but browsers keep nothing for later. The one
exception is <code>http://localhost</code>, the very computer that serves it.</p>

<h2>Good to know</h2>
<ul>
  <li>Each device loads about 2 MB to begin with, and keeps about 4 MB.</li>
  <li>Browsers of the last three years will do: Chrome, Edge, Firefox, Safari; on laptops, tablets and phones.</li>
  <li>If your server sets types of files: <code>.wasm</code> is <code>application/wasm</code>, <code>.js</code> is
    <code>text/javascript</code>.</li>
  <li>Licences: <a href="LICENSE.txt">of DReX Lab</a>, <a href="THIRD-PARTY-LICENCES.txt">of what it is made with</a>.</li>
</ul>
</body>
</html>
`;

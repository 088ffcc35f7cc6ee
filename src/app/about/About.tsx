/** The about page: what Faultline is, and what it ships of others, with versions and licences. */
import thirdParty from '../../../THIRD_PARTY.md?raw';
import { messages } from '../../messages/en.ts';
import { packageVersion } from '../../runtime/host/packages.ts';
import { readThirdParty } from './thirdParty.ts';
import './about.css';

const words = messages.about;
const shipped = readThirdParty(thirdParty);

export function About() {
  return (
    <main className="prose-page about" id="content" tabIndex={-1}>
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      <h2 id="shipped">{words.shipped}</h2>
      <p>{words.shippedText}</p>
      <section className="about-scroll" aria-labelledby="shipped" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {words.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shipped.map(({ name, address, version, licence, purpose }) => (
              <tr key={name}>
                <th scope="row">
                  {address === null ? (
                    name
                  ) : (
                    <a href={address} target="_blank" rel="noreferrer">
                      {name}
                    </a>
                  )}
                </th>
                <td>{packageVersion(name.toLowerCase()) ?? version}</td>
                <td>{licence}</td>
                <td>{purpose}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p>
        <a href="./licences.txt">{words.texts}</a>
      </p>
    </main>
  );
}

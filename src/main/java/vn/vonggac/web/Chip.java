package vn.vonggac.web;

/** A part of what a list is asked for, and the address without it. */
public record Chip(String label, String without) {}
